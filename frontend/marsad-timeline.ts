import { css, html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { countOf, locale, say, type Texts } from './marsad-words';

interface Histogram {
  readonly unit: 'DAY' | 'WEEK' | 'MONTH';
  readonly first: string | null;
  readonly bins: readonly { start: string; count: number; violent: number }[];
  readonly coarser: number;
  readonly undated: number;
}

const HEIGHT = 56;
const DAY = 86_400_000;

/**
 * Events by month, with a brush that chooses the range of time. Runs from right to left in Arabic, as its readers read.
 *
 * Fires: `range-changed` {from, to} (first and last day, or empty for no bound), `undated-toggled`.
 */
@customElement('marsad-timeline')
export class MarsadTimeline extends LitElement {
  static override styles = css`
    :host {
      display: block;
      font-family: var(--m-font);
      color: var(--m-text);
      font-size: 12px;
    }
    .row {
      display: flex;
      align-items: center;
      gap: 14px;
    }
    .chart {
      position: relative;
      flex: 1;
      min-width: 0;
      height: 78px;
      cursor: crosshair;
      touch-action: pan-y;
      border-radius: 6px;
      outline: none;
    }
    .chart:focus-visible {
      box-shadow: 0 0 0 2px var(--m-focus);
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    .all {
      fill: var(--m-bar);
    }
    .violent {
      fill: var(--m-violence);
    }
    .out {
      opacity: 0.28;
    }
    .brush {
      fill: var(--m-accent);
      opacity: 0.1;
    }
    .edge {
      stroke: var(--m-accent);
      stroke-width: 2;
    }
    .axis {
      stroke: var(--m-line);
    }
    text {
      fill: var(--m-text-soft);
      font-size: 11px;
    }
    .side {
      display: flex;
      flex-direction: column;
      gap: 4px;
      min-width: 96px;
      color: var(--m-text-soft);
    }
    .side b {
      color: var(--m-text);
      font-weight: 600;
    }
    button {
      all: unset;
      cursor: pointer;
      padding: 3px 9px;
      border: 1px solid var(--m-line);
      border-radius: 999px;
      white-space: nowrap;
      text-align: center;
      color: var(--m-text);
    }
    button[aria-pressed='true'] {
      background: var(--m-accent-soft);
      border-color: var(--m-accent);
      color: var(--m-accent-text);
    }
    button:focus-visible {
      box-shadow: 0 0 0 2px var(--m-focus);
    }
    .tip {
      position: absolute;
      inset-block-start: -26px;
      transform: translateX(-50%);
      white-space: nowrap;
      background: var(--m-tip);
      color: var(--m-tip-text);
      border-radius: 6px;
      padding: 2px 8px;
      pointer-events: none;
    }
    @media (max-width: 719px) {
      .side {
        display: none;
      }
    }
  `;

  @property() filter = '';
  @property() language = 'en';
  @property() from = '';
  @property() to = '';
  @property({ type: Boolean }) undated = true;
  @property({ attribute: false }) texts: Texts = {};

  @state() private data: Histogram | undefined;
  @state() private drag: [number, number] | undefined;
  @state() private over: number | undefined;
  @state() private width = 600;

  private abort: AbortController | undefined;
  private readonly resized = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
    this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abort?.abort();
    this.resized.disconnect();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('filter') && changed.get('filter') !== undefined) {
      this.load();
    }
    this.measure();
  }

  private measure(): void {
    const width = this.renderRoot.querySelector('.chart')?.clientWidth ?? 0;
    if (width > 0 && width !== this.width) {
      this.width = width;
    }
  }

  private async load(): Promise<void> {
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    try {
      const response = await fetch(`api/v1/histogram?${this.filter ? `${this.filter}&` : ''}unit=month`, {
        signal: abort.signal,
      });
      if (response.ok && !response.redirected) {
        this.data = (await response.json()) as Histogram;
      }
    } catch {
      // The map says that the server is away, and what is drawn here stays.
      if (!abort.signal.aborted) {
        setTimeout(() => this.isConnected && this.load(), 8000);
      }
    }
  }

  private get months(): { from: number; count: number } {
    const bins = this.data?.bins ?? [];
    const first = bins[0]?.start;
    const last = bins.at(-1)?.start;
    if (!first || !last) {
      return { from: 0, count: 0 };
    }
    // At least two years, or a handful of months would be bars as broad as doors.
    const start = monthOf(first);
    const count = monthOf(last) - start + 1;
    const missing = Math.max(0, 24 - count);
    return { from: start - missing, count: count + missing };
  }

  private get rtl(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  private x(month: number): number {
    const { from, count } = this.months;
    const at = ((month - from) / count) * this.width;
    return this.rtl ? this.width - at : at;
  }

  private monthAt(event: PointerEvent): number {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const { from, count } = this.months;
    const share = Math.max(0, Math.min(0.9999, (event.clientX - box.left) / box.width));
    return from + Math.floor((this.rtl ? 0.9999 - share : share) * count);
  }

  private down(event: PointerEvent): void {
    if (event.button === 0 && this.data) {
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      const month = this.monthAt(event);
      this.drag = [month, month];
    }
  }

  private move(event: PointerEvent): void {
    if (!this.data) {
      return;
    }
    this.over = this.monthAt(event);
    if (this.drag) {
      this.drag = [this.drag[0], this.over];
    }
  }

  private up(): void {
    if (this.drag) {
      const [one, other] = this.drag;
      this.drag = undefined;
      this.choose(Math.min(one, other), Math.max(one, other));
    }
  }

  private choose(first: number, last: number): void {
    const from = dayOf(first);
    const to = new Date(Date.parse(dayOf(last + 1)) - DAY).toISOString().slice(0, 10);
    this.tell(from === this.from && to === this.to ? { from: '', to: '' } : { from, to });
  }

  private tell(range: { from: string; to: string }): void {
    this.dispatchEvent(new CustomEvent('range-changed', { detail: range }));
  }

  /** Arrows move the range by a month, with Shift its end; Escape clears it. */
  private key(event: KeyboardEvent): void {
    const { from, count } = this.months;
    const forward = event.key === (this.rtl ? 'ArrowLeft' : 'ArrowRight');
    const back = event.key === (this.rtl ? 'ArrowRight' : 'ArrowLeft');
    if (event.key === 'Escape') {
      this.tell({ from: '', to: '' });
    } else if ((forward || back) && count > 0) {
      const step = forward ? 1 : -1;
      const first = this.from ? monthOf(this.from) : from + count - 12;
      const last = this.to ? monthOf(this.to) : from + count - 1;
      const fits = (month: number) => Math.max(from, Math.min(from + count - 1, month));
      if (event.shiftKey) {
        this.choose(first, Math.max(first, fits(last + step)));
      } else if (this.from || this.to) {
        this.choose(fits(first + step), fits(last + step));
      } else {
        this.choose(first, last);
      }
    } else {
      return;
    }
    event.preventDefault();
  }

  override render() {
    const { from, count } = this.months;
    if (!this.data) {
      return html`<div class="row"><div class="chart"></div></div>`;
    }
    if (count === 0) {
      return html`<div class="row"><span>${this.texts['timeline.empty']}</span>${this.side()}</div>`;
    }
    return html`<div class="row">
      <div
        class="chart"
        tabindex="0"
        role="group"
        aria-label=${this.texts['timeline.label'] ?? ''}
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerup=${this.up}
        @pointercancel=${() => (this.drag = undefined)}
        @pointerleave=${() => (this.over = undefined)}
        @keydown=${this.key}
      >
        <svg aria-hidden="true">${this.bars(from, count)}</svg>
        ${this.over === undefined ? nothing : this.tip(this.over)}
      </div>
      ${this.side()}
    </div>`;
  }

  private bars(from: number, count: number) {
    const bins = this.data?.bins ?? [];
    const most = Math.max(1, ...bins.map((bin) => bin.count));
    const wide = this.width / count;
    const gap = wide > 5 ? 1 : wide > 2.5 ? 0.5 : 0;
    const [first, last] = this.range();
    const chosen = first !== -Infinity || last !== Infinity;
    const rtl = this.rtl;
    const left = (month: number) => (rtl ? this.x(month + 1) : this.x(month));
    const begin = Math.max(first, from);
    const end = Math.min(last, from + count - 1);
    return [
      svg`<line class="axis" x1="0" x2=${this.width} y1=${HEIGHT} y2=${HEIGHT} />`,
      chosen && end >= begin
        ? svg`<rect class="brush" x=${Math.min(this.x(begin), this.x(end + 1))} y="0" height=${HEIGHT}
              width=${Math.abs(this.x(end + 1) - this.x(begin))} />
            <line class="edge" x1=${this.x(begin)} x2=${this.x(begin)} y1="0" y2=${HEIGHT} />
            <line class="edge" x1=${this.x(end + 1)} x2=${this.x(end + 1)} y1="0" y2=${HEIGHT} />`
        : nothing,
      bins.map((bin) => {
        const month = monthOf(bin.start);
        const height = (bin.count / most) * (HEIGHT - 6);
        const violent = (bin.violent / most) * (HEIGHT - 6);
        const out = month < first || month > last ? 'out' : '';
        return svg`<rect class="all ${out}" x=${left(month) + gap / 2} width=${Math.max(0.6, wide - gap)}
              y=${HEIGHT - height} height=${height} />
            <rect class="violent ${out}" x=${left(month) + gap / 2} width=${Math.max(0.6, wide - gap)}
              y=${HEIGHT - violent} height=${violent} />`;
      }),
      this.ticks(from, count).map(
        ([month, label]) => svg`<line class="axis" x1=${this.x(month)} x2=${this.x(month)} y1=${HEIGHT} y2=${HEIGHT + 5} />
          <text x=${this.x(month) + (rtl ? -4 : 4)} y=${HEIGHT + 16} direction="ltr" text-anchor=${rtl ? 'end' : 'start'}>${label}</text>`,
      ),
    ];
  }

  private ticks(from: number, count: number): [number, string][] {
    const years = Math.max(1, Math.ceil(count / 12 / Math.max(1, Math.floor(this.width / 64))));
    const result: [number, string][] = [];
    for (let month = Math.ceil(from / 12) * 12; month < from + count; month += 12 * years) {
      result.push([month, String(month / 12)]);
    }
    return result;
  }

  private range(): [number, number] {
    if (this.drag) {
      return [Math.min(...this.drag), Math.max(...this.drag)];
    }
    return [this.from ? monthOf(this.from) : -Infinity, this.to ? monthOf(this.to) : Infinity];
  }

  private tip(month: number) {
    const bin = this.data?.bins.find((one) => monthOf(one.start) === month);
    const name = new Intl.DateTimeFormat(locale(this.language), { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const middle = (this.x(month) + this.x(month + 1)) / 2;
    return html`<div class="tip" style="left: ${Math.max(70, Math.min(this.width - 70, middle))}px">
      ${name.format(new Date(dayOf(month)))} · ${countOf(this.texts, this.language, bin?.count ?? 0)}
    </div>`;
  }

  private side() {
    const undated = this.data?.undated ?? 0;
    const coarser = this.data?.coarser ?? 0;
    return html`<div class="side">
      ${undated > 0
        ? html`<button
            type="button"
            aria-pressed=${this.undated ? 'true' : 'false'}
            title=${this.texts['timeline.undatedHint'] ?? ''}
            @click=${() => this.dispatchEvent(new CustomEvent('undated-toggled'))}
          >
            ${say(this.texts, 'timeline.undated', String(undated))}
          </button>`
        : nothing}
      ${coarser > 0 ? html`<span>${say(this.texts, 'timeline.coarser', String(coarser))}</span>` : nothing}
    </div>`;
  }
}

/** Months since the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const dayOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
