import { html, nothing, type TemplateResult } from 'lit';
import type { FeedState } from './marsad-feed';
import { numberFormat } from './marsad-formats';
import { legend } from './marsad-legend';
import type { Status } from './marsad-model';
import type { Palette } from './marsad-palette';
import { locale, say, type Texts } from './marsad-words';

/** What the map says of itself over its upper edge: that it waits, that something is away, that nothing is here. */
export function notice(
  texts: Texts,
  language: string,
  state: { readonly feed: FeedState; readonly away: boolean; readonly status: Status | undefined; readonly empty: boolean },
  retry: () => void,
): TemplateResult | typeof nothing {
  const shown = (text: string, again: boolean) => html`<div class="notice" role="status">
    <span>${text}</span>
    ${again ? html`<button type="button" @click=${retry}>${texts['map.retry']}</button>` : nothing}
  </div>`;
  const status = state.status;
  if (state.away || state.feed === 'failed') {
    return shown(texts['map.failed'] ?? '', true);
  }
  if (status?.state === 'stale') {
    const at = new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit' }).format(new Date(status.asOf));
    return shown(say(texts, 'map.stale', at), true);
  }
  if (status?.state === 'loading') {
    return shown(say(texts, 'map.loading', numberFormat(locale(language)).format(status.loaded)), false);
  }
  return state.empty
    ? html`<div class="notice calm" role="status"><span>${texts['map.empty']}</span></div>`
    : nothing;
}

/** How to draw the shape that was chosen, and a way out. */
export function drawingNotice(texts: Texts, shape: string, cancel: () => void): TemplateResult {
  return html`<div class="notice calm" role="status">
    <span>${texts[`draw.${shape}Hint`]}</span>
    <button type="button" @click=${cancel}>${texts['draw.cancel']}</button>
  </div>`;
}

/** Where the data come from, north, and the legend. */
export function foot(texts: Texts, language: string, shown: Parameters<typeof legend>[0], palette: Palette, open: boolean): TemplateResult {
  return html`<div class="attribution">${texts['map.attribution']}</div>
    <details class="legend" ?open=${open}>
      <summary>
        <span>${texts['legend.title']}</span>
        <svg class="north" viewBox="0 0 20 24" width="16" height="20" role="img" aria-label=${texts['map.north'] ?? ''}>
          <path d="M10 2l6 15-6-4-6 4z" fill="currentColor" />
        </svg>
      </summary>
      ${legend(shown, palette, texts, language)}
    </details>`;
}

/** What is under the pointer or has the keyboard's focus. */
export function tip(lines: readonly string[], x: number, y: number, width: number, focused: boolean): TemplateResult {
  const [title, ...rest] = lines;
  return html`<div
    class="tip ${y < 190 ? 'below' : ''} ${focused ? 'focused' : ''}"
    style="left: ${Math.max(120, Math.min(width - 120, x))}px; top: ${y}px"
  >
    <strong>${title}</strong>
    ${rest.map((line) => html`<span dir="auto">${line}</span>`)}
  </div>`;
}
