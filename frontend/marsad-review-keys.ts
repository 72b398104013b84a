/** The review queue's keys: told to the server as `review-key`, so that deciding needs no mouse. */
const TOLD = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['[', 'previousMention'],
  [']', 'nextMention'],
  ['g', 'everywhere'],
  ['s', 'source'],
  ['m', 'mention'],
  ['n', 'notPlace'],
  ['x', 'skip'],
  ['c', 'create'],
  ['/', 'search'],
  ['Escape', 'leave'],
]);

/** By where the key is on the keyboard too, so that an Arabic layout has the same keys. */
const CODES = new Map([
  ['KeyJ', 'j'],
  ['KeyK', 'k'],
  ['KeyG', 'g'],
  ['KeyS', 's'],
  ['KeyM', 'm'],
  ['KeyN', 'n'],
  ['KeyX', 'x'],
  ['KeyC', 'c'],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Slash', '/'],
]);

function told(event: KeyboardEvent): string | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0];
  return digit ? `pick${digit}` : (TOLD.get(event.key) ?? TOLD.get(event.key.toLowerCase()) ?? TOLD.get(CODES.get(event.code) ?? ''));
}

function isTyping(event: KeyboardEvent): boolean {
  const at = event.composedPath()[0];
  return at instanceof HTMLElement && (at.matches('input, textarea, select') || at.isContentEditable);
}

declare global {
  interface Window {
    marsadReviewKeys: { listen(page: HTMLElement): void };
  }
}

window.marsadReviewKeys = {
  listen(page) {
    const heard = (event: KeyboardEvent) => {
      if (!page.isConnected) {
        document.removeEventListener('keydown', heard);
        return;
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const key = told(event);
      if (key && (key === 'leave' || !isTyping(event))) {
        event.preventDefault();
        page.dispatchEvent(new CustomEvent('review-key', { detail: key }));
      }
    };
    document.addEventListener('keydown', heard);
  },
};

export {};
