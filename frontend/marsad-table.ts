import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { numberFormat } from './marsad-formats';
import { model, type EventSummary } from './marsad-model';
import { countOf, dateOf, locale, say, type Texts } from './marsad-words';

const PAGE = 100;

/**
 * The events of the filter as a table, in place of the map, for those who cannot see one or would rather read.
 *
 * Fires: `event-selected` {id}.
 */
@customElement('marsad-table')
export class MarsadTable extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      inset-block: calc(var(--map-pad-top, 0) * 1px + 14px) calc(var(--map-pad-bottom, 0) * 1px + 8px);
      inset-inline: calc(var(--map-pad-start, 0) * 1px + 8px) calc(var(--map-pad-end, 0) * 1px + 60px);
      overflow: auto;
      background: var(--m-surface);
      border: 1px solid var(--m-line);
      border-radius: 12px;
      box-shadow: var(--m-shadow);
      font-size: 13.5px;
    }
    table {
      border-collapse: collapse;
      inline-size: 100%;
    }
    caption {
      text-align: start;
      padding: 12px 14px 8px;
      font-weight: 600;
      font-size: 15px;
    }
    th,
    td {
      text-align: start;
      padding: 6px 14px;
      border-block-start: 1px solid var(--m-line);
      vertical-align: top;
    }
    thead th {
      position: sticky;
      inset-block-start: 0;
      background: var(--m-surface-sunk);
      color: var(--m-text-soft);
      font-size: 12px;
    }
    tbody th {
      font-weight: 500;
    }
    .number {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    button {
      font: inherit;
      color: var(--m-accent-text);
      background: none;
      border: none;
      padding: 0;
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 3px;
      cursor: pointer;
    }
    button:focus-visible {
      outline: 2px solid var(--m-focus);
      outline-offset: 2px;
      border-radius: 3px;
    }
    .more {
      margin: 10px 14px 14px;
    }
    p {
      margin: 14px;
    }
  `;

  @property() filter = '';
  @property() language = 'en';
  @property({ attribute: false }) texts: Texts = {};

  @state() private rows: readonly EventSummary[] = [];
  @state() private total: number | undefined;
  @state() private failed = false;

  private abort: AbortController | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('filter') || changed.has('language')) {
      this.rows = [];
      this.total = undefined;
      void this.more();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abort?.abort();
  }

  private async more(): Promise<void> {
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    this.failed = false;
    try {
      const query = [this.filter, `lang=${this.language}`, `limit=${PAGE}`, `offset=${this.rows.length}`].filter((part) => part).join('&');
      const page = await model.events(query, abort.signal);
      this.rows = [...this.rows, ...page.events];
      this.total = page.total;
    } catch {
      this.failed = !abort.signal.aborted;
    }
  }

  override render() {
    if (this.failed) {
      return html`<p role="alert">${this.texts['map.failed']} <button type="button" @click=${() => void this.more()}>${this.texts['map.retry']}</button></p>`;
    }
    const columns = ['date', 'type', 'place', 'precision', 'actors', 'deaths'] as const;
    return html`<table aria-busy=${this.total === undefined}>
        <caption>
          ${this.total === undefined ? this.texts['table.loading'] : countOf(this.texts, this.language, this.total)}
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col" class=${column === 'deaths' ? 'number' : ''}>${this.texts[`table.${column}`]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.rows.map((event) => this.row(event))}
        </tbody>
      </table>
      ${this.total !== undefined && this.rows.length < this.total
        ? html`<button type="button" class="more" @click=${() => void this.more()}>${say(this.texts, 'table.more', this.numbers(this.total - this.rows.length))}</button>`
        : nothing}`;
  }

  private row(event: EventSummary) {
    const deaths = event.deaths?.best ?? event.deaths?.low;
    return html`<tr>
      <td>${dateOf(this.texts, this.language, event)}</td>
      <th scope="row">
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('event-selected', { detail: { id: String(event.id) } }))}>
          ${this.texts[`type.${event.plover}`] ?? event.plover}
        </button>
      </th>
      <td dir="auto">${event.places.map((place) => place.name).join(' · ')}${event.places.length === 0 ? (event.border ?? '') : ''}</td>
      <td>${this.texts[`where.${event.wherePrecision}`]}</td>
      <td dir="auto">${event.actors.map((actor) => actor.name).join(' · ')}</td>
      <td class="number">${deaths === undefined || deaths === null ? '' : this.numbers(deaths)}</td>
    </tr>`;
  }

  private numbers(value: number): string {
    return numberFormat(locale(this.language)).format(value);
  }
}
