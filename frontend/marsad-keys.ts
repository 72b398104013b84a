/** The dashboard's keys. Moving the focus is done here; what changes the view is told to the server as `marsad-key`. */
const TOLD = new Map([
  ['u', 'undo'],
  ['c', 'changes'],
  ['s', 'save'],
  ['?', 'help'],
  ['j', 'next'],
  ['k', 'previous'],
  ['f', 'filters'],
  ['l', 'list'],
  ['m', 'map'],
  ['t', 'time'],
  ['Escape', 'close'],
]);

/** By where the key is on the keyboard too, so that an Arabic layout has the same shortcuts. */
const CODES = new Map([
  ['KeyU', 'u'],
  ['KeyC', 'c'],
  ['KeyS', 's'],
  ['KeyJ', 'j'],
  ['KeyK', 'k'],
  ['KeyF', 'f'],
  ['KeyL', 'l'],
  ['KeyM', 'm'],
  ['KeyT', 't'],
]);

const within = (host: Element | null, selector: string): HTMLElement | null =>
  host?.shadowRoot?.querySelector<HTMLElement>(selector) ?? host?.querySelector<HTMLElement>(selector) ?? null;

function isTyping(event: KeyboardEvent): boolean {
  const at = event.composedPath()[0];
  return at instanceof HTMLElement && (at.matches('input, textarea, select') || at.isContentEditable);
}

function rows(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.m-event')]
    .filter((row) => row.offsetParent !== null)
    .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
}

/** From row to row of the list that has the focus; returns whether the key was for it. */
function step(event: KeyboardEvent): boolean {
  const down = event.key === 'ArrowDown';
  const row = document.activeElement?.closest<HTMLElement>('.m-event');
  const list = row?.closest('.m-list, .m-changes-list, .m-near');
  if ((!down && event.key !== 'ArrowUp') || !row || !list) {
    return false;
  }
  const all = rows(list);
  const next = all[all.indexOf(row) + (down ? 1 : -1)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
  return true;
}

/**
 * A list that is drawn again, because the filter or the data changed, takes away the row that has the focus: the row that
 * stands for the same event afterwards gets it.
 */
function keepFocus(desk: HTMLElement): void {
  let held: { row: HTMLElement; list: Element; event: string } | null = null;
  desk.addEventListener('focusin', (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.m-event[data-event]');
    const list = row?.closest('.m-list, .m-changes-list, .m-near');
    held = row && list ? { row, list, event: row.dataset.event ?? '' } : null;
  });
  desk.addEventListener('focusout', (event) => {
    // Left on purpose, if the row is still there afterwards.
    const left = event.target;
    window.setTimeout(() => {
      if (held && held.row === left && held.row.offsetParent !== null) {
        held = null;
      }
    });
  });
  new MutationObserver(() => {
    if (held && document.activeElement === document.body && held.row.offsetParent === null) {
      const { list, event } = held;
      rows(list)
        .find((row) => row.dataset.event === event)
        ?.focus({ preventScroll: true });
    }
  }).observe(desk, { childList: true, subtree: true });
}

function focusOn(desk: HTMLElement, what: string): void {
  const at = {
    filters: () => desk.querySelector<HTMLElement>('.m-filters summary'),
    list: () =>
      desk.querySelector<HTMLElement>('.m-results .m-event[aria-current]') ??
      rows(desk.querySelector('.m-list') ?? desk)[0] ??
      desk.querySelector<HTMLElement>('.m-detail .m-back'),
    map: () => within(desk.querySelector('marsad-map'), '.map'),
    time: () => within(desk.querySelector('marsad-timeline'), '.chart'),
  }[what];
  at?.()?.focus();
}

function pressed(desk: HTMLElement, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
    return;
  }
  if (document.querySelector('vaadin-dialog[opened], vaadin-menu-bar-overlay[opened], vaadin-context-menu[opened]')) {
    return;
  }
  if (step(event)) {
    event.preventDefault();
    return;
  }
  if (event.key === '/') {
    event.preventDefault();
    desk.querySelector<HTMLElement>('.m-search')?.focus();
    return;
  }
  const told = TOLD.get(event.key) ?? TOLD.get(event.key.toLowerCase()) ?? TOLD.get(CODES.get(event.code) ?? '');
  if (told) {
    event.preventDefault();
    desk.dispatchEvent(new CustomEvent('marsad-key', { detail: told }));
    // A panel that a phone has put away is there only after the server's answer.
    window.setTimeout(() => focusOn(desk, told), 250);
  }
}

declare global {
  interface Window {
    marsadKeys: { listen(desk: HTMLElement): void; focus(desk: HTMLElement, selector: string): void };
  }
}

window.marsadKeys = {
  listen(desk) {
    const heard = (event: KeyboardEvent) => {
      if (desk.isConnected) {
        pressed(desk, event);
      } else {
        document.removeEventListener('keydown', heard);
      }
    };
    document.addEventListener('keydown', heard);
    keepFocus(desk);
  },
  focus(desk, selector) {
    window.setTimeout(() => desk.querySelector<HTMLElement>(selector)?.focus(), 60);
  },
};

export {};
