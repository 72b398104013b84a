import { html, nothing } from 'lit';
import { MODES, type Mode } from './marsad-counts';
import type { Shape } from './marsad-draw';
import type { By } from './marsad-symbols';
import type { Texts } from './marsad-words';

const SHAPES: readonly Shape[] = ['box', 'circle', 'polygon'];

const ICONS = {
  zoomIn: 'M12 5v14M5 12h14',
  zoomOut: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  home: 'M4 11l8-7 8 7M6 10v9h12v-9',
  look: 'M12 4l9 5-9 5-9-5zM3 14l9 5 9-5',
  draw: 'M4 20l4-1L19 8l-3-3L5 16zM14 7l3 3',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
} as const;

type Act = keyof typeof ICONS;

/** A change of the map's look. */
export interface LookChange {
  readonly add?: string;
  readonly drop?: readonly string[];
}

/** The words of a look after a change, in one order. */
export function wordsWith(words: readonly string[], change: LookChange): string {
  const kept = words.filter((word) => !change.drop?.includes(word) && word !== change.add);
  return [...kept, ...(change.add ? [change.add] : [])].sort().join();
}

/** @param pressed of a switch, whether it is on */
export function button(texts: Texts, act: Act, run: () => void, pressed?: boolean) {
  const label = texts[`map.${act}`] ?? '';
  return html`<button type="button" data-act=${act} aria-label=${label} title=${label} aria-pressed=${pressed ?? nothing} @click=${run}>
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
      <path d=${ICONS[act]} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  </button>`;
}

/** @param pressed of what is a switch, whether it is on; with the table only its own button is of use */
export function buttons(texts: Texts, acts: Record<Act, () => void>, pressed: Record<'look' | 'draw' | 'table', boolean>) {
  const shown = (Object.keys(ICONS) as Act[]).filter((act) => act === 'table' || !pressed.table);
  return html`<div class="buttons">
    ${shown.map((act) => button(texts, act, acts[act], act in pressed ? pressed[act as keyof typeof pressed] : undefined))}
  </div>`;
}

export function lookMenu(
  texts: Texts,
  mode: Mode,
  by: By,
  words: readonly string[],
  set: (change: LookChange) => void,
  key: (event: KeyboardEvent) => void,
) {
  const choice = (name: string, value: string, chosen: boolean, change: LookChange) =>
    html`<label><input type="radio" name=${name} value=${value} .checked=${chosen} @change=${() => set(change)} /> ${texts[`look.${value}`]}</label>`;
  const grid = words.includes('grid');
  return html`<div class="menu" @keydown=${key}>
    <fieldset>
      <legend>${texts['look.mode']}</legend>
      ${MODES.map((one) => choice('mode', one, mode === one, { drop: MODES, ...(one === 'symbols' ? {} : { add: one }) }))}
    </fieldset>
    <fieldset>
      <legend>${texts['look.by']}</legend>
      ${choice('by', 'type', by === 'type', { drop: ['actor'] })} ${choice('by', 'actor', by === 'actor', { add: 'actor' })}
    </fieldset>
    <label
      ><input type="checkbox" value="grid" .checked=${grid} @change=${() => set(grid ? { drop: ['grid'] } : { add: 'grid' })} />
      ${texts['look.grid']}</label
    >
  </div>`;
}

export function drawMenu(texts: Texts, draw: (shape: Shape) => void, take: () => void, key: (event: KeyboardEvent) => void) {
  return html`<div class="menu" @keydown=${key}>
    ${SHAPES.map((shape) => html`<button type="button" data-shape=${shape} @click=${() => draw(shape)}>${texts[`draw.${shape}`]}</button>`)}
    <button type="button" data-shape="extent" @click=${take}>${texts['draw.extent']}</button>
  </div>`;
}
