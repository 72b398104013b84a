import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Bars } from './marsad-bars';
import { dateFormat, numberFormat } from './marsad-formats';
import { model, ModelView, SignedOut, type TimeCounts } from './marsad-model';
import { Playback } from './marsad-playback';
import { tellRange } from './marsad-range';
import { Bins, type Unit } from './marsad-time';
import { timelineStyles } from './marsad-timeline-styles';
import { countOf, locale, say, type Texts } from './marsad-words';

/** While the brush moves, the server is asked for its counts at most this often. */
const BREATH_MS = 50;
/** The narrowest a bar may be before a coarser unit is taken. */
const BAR_PX = 2.5;
const SPEEDS = [1, 2, 4] as const;

/**
 * Events over time, with a brush that chooses the range, and a player. Runs from right to left in Arabic, as its readers read.
 * While a range is brushed or played the map is told at once (`marsad-range`); the server learns of it when it is settled.
 *
 * Fires: `range-changed` {from, to} (first and last day, or empty for no bound), `range-moved` {from, to} while it is brushed,
 * `undated-toggled`.
 */
@customElement('marsad-timeline')
export class MarsadTimeline extends LitElement {
  static override styles = timelineStyles;

  /** The filter as query parameters, without its range. */
  @property() filter = '';
  @property() language = 'en';
  @property() from = '';
  @property() to = '';
  @property({ type: Boolean }) undated = true;
  @property({ attribute: false }) texts: Texts = {};

  @state() private data: TimeCounts | undefined;
  @state() private drag: [number, number] | undefined;
  @state() private over: number | undefined;
  @state() private width = 600;
  @state() private speed: (typeof SPEEDS)[number] = 1;
  @state() private cumulative = false;

  private bins = Bins.NONE;
  private asked = '';
  private unwatch: (() => void) | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private toldAt = 0;
  private readonly view = new ModelView();
  private readonly player = new Playback(() => this.played());
  private readonly modelTold = () => void this.load();
  private chart: Element | undefined;
  /** Told by the browser rather than asked of it: asking makes it lay out the page at once. */
  private readonly resized = new ResizeObserver(([entry]) => this.sized(entry?.contentRect.width ?? 0));

  /** What is shown, for tests. */
  get shown() {
    return { unit: this.bins.unit, bins: this.bins.count, playing: this.player.playing, at: this.player.at, range: this.range() };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    model.addEventListener('status', this.modelTold);
    this.unwatch = model.watch();
    void this.load();
    this.requestUpdate(); // which looks for the chart to observe
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    model.removeEventListener('status', this.modelTold);
    clearTimeout(this.retry);
    clearTimeout(this.telling);
    this.player.stop();
    this.view.end();
    this.chart = undefined;
    this.resized.disconnect();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.get('filter') !== undefined) {
      this.player.stop();
      void this.load();
    }
    const chart = this.renderRoot.querySelector('.chart') ?? undefined;
    if (chart !== this.chart) {
      this.chart = chart;
      this.resized.disconnect();
      if (chart) {
        this.resized.observe(chart);
      }
    }
  }

  private sized(width: number): void {
    if (width > 0 && width !== this.width) {
      this.width = width;
    }
  }

  private async load(unit: Unit = 'month'): Promise<void> {
    if (!model.status || model.status.state === 'loading') {
      return;
    }
    const query = model.versioned(this.filter, `unit=${unit}`);
    if (query === this.asked || (unit === 'month' && this.asked.replace(/unit=(day|week)/, 'unit=month') === query)) {
      return;
    }
    this.asked = query;
    clearTimeout(this.retry);
    const init = this.view.next();
    try {
      const time = await this.counted(query, init);
      // A span of few months is shown by week or by day, where bars have room for it.
      const finer = unit === 'month' ? Bins.of(time).finerUnit(this.width / BAR_PX) : undefined;
      if (finer) {
        await this.load(finer);
        return;
      }
      this.data = time;
      this.bins = Bins.of(time);
    } catch (error) {
      // The map says that the server is away, and what is drawn here stays.
      if (!init.signal.aborted && !(error instanceof SignedOut)) {
        this.asked = '';
        this.retry = setTimeout(() => this.isConnected && void this.load(), 5000);
      }
    }
  }

  private async counted(query: string, init: RequestInit): Promise<TimeCounts> {
    const response = await model.get(`api/v1/map/counts?${query}&facets=time`, init);
    return ((await response.json()) as { time: TimeCounts }).time;
  }

  private get rtl(): boolean {
    // By the page's attribute: asking for the style would make the browser work it out for each bar.
    return document.documentElement.dir === 'rtl';
  }

  private get bars(): Bars {
    return new Bars(this.bins, this.width, this.rtl);
  }

  private binAt(event: PointerEvent): number {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return this.bars.at((event.clientX - box.left) / box.width);
  }

  private down(event: PointerEvent): void {
    if (event.button === 0 && this.data) {
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      this.player.stop();
      const bin = this.binAt(event);
      this.drag = [bin, bin];
    }
  }

  private move(event: PointerEvent): void {
    if (!this.data) {
      return;
    }
    this.over = this.binAt(event);
    if (this.drag && this.drag[1] !== this.over) {
      this.drag = [this.drag[0], this.over];
      this.moved(this.days(...this.range()));
    }
  }

  /** The brush does not wait for the frame that `pointermove` comes with: what it asks for is under way before that is drawn. */
  private raw(event: PointerEvent): void {
    if (this.drag) {
      this.move(event);
    }
  }

  /** The map is told at once; the counts follow as often as the server can be asked. */
  private moved(range: { from: string; to: string }): void {
    tellRange({ ...range, undated: this.undated });
    clearTimeout(this.telling);
    const wait = Math.max(0, this.toldAt + BREATH_MS - performance.now());
    const tell = () => {
      this.toldAt = performance.now();
      this.dispatchEvent(new CustomEvent('range-moved', { detail: range }));
    };
    if (wait === 0) {
      tell();
    } else {
      this.telling = setTimeout(tell, wait);
    }
  }

  private up(): void {
    if (this.drag) {
      const [one, other] = this.drag;
      this.drag = undefined;
      this.choose(Math.min(one, other), Math.max(one, other));
    }
  }

  private cancel(): void {
    if (this.drag) {
      this.drag = undefined;
      this.moved({ from: this.from, to: this.to });
    }
  }

  private days(first: number, last: number): { from: string; to: string } {
    return {
      from: first === -Infinity ? '' : this.bins.firstDay(first),
      to: last === Infinity ? '' : this.bins.lastDay(last),
    };
  }

  /** A range that is chosen again is taken away. */
  private choose(first: number, last: number): void {
    const range = this.days(first, last);
    this.tell(range.from === this.from && range.to === this.to ? { from: '', to: '' } : range);
  }

  private tell(range: { from: string; to: string }): void {
    clearTimeout(this.telling);
    this.from = range.from;
    this.to = range.to;
    tellRange({ ...range, undated: this.undated });
    this.dispatchEvent(new CustomEvent('range-changed', { detail: range }));
  }

  /** Arrows move the range by a bar, with Shift its end; Home and End take it to the ends; Escape clears it. */
  private key(event: KeyboardEvent): void {
    const forward = event.key === (this.rtl ? 'ArrowLeft' : 'ArrowRight');
    const back = event.key === (this.rtl ? 'ArrowRight' : 'ArrowLeft');
    const count = this.bins.count;
    if (event.key === 'Escape') {
      this.player.stop();
      this.tell({ from: '', to: '' });
    } else if (count > 0 && (forward || back || event.key === 'Home' || event.key === 'End')) {
      const first = this.from ? this.bins.at(this.from) : Math.max(0, count - 12);
      const last = this.to ? this.bins.at(this.to) : count - 1;
      const step = forward ? 1 : back ? -1 : event.key === 'Home' ? -first : count - 1 - last;
      const fits = (bin: number) => Math.max(0, Math.min(count - 1, bin));
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

  private play(): void {
    if (this.player.playing) {
      this.player.pause();
    } else {
      const chosen = this.from || this.to ? this.range() : undefined;
      const whole: [number, number] = [0, this.bins.count - 1];
      // A chosen range is the window that moves; without one it is a twelfth of all.
      const [first, last] = chosen ? [Math.max(0, chosen[0]), Math.min(whole[1], chosen[1])] : whole;
      const wide = chosen ? last - first + 1 : Math.max(1, Math.round(this.bins.count / 12));
      this.player.play(this.cumulative && chosen ? [first, last] : whole, this.cumulative ? 0 : wide, this.speed);
    }
    this.requestUpdate();
  }

  private stopPlaying(): void {
    this.player.stop();
  }

  /** The player went on, or ended: then what the filter says holds again. */
  private played(): void {
    const window = this.player.window;
    if (window) {
      tellRange({ ...this.days(...window), undated: false });
    } else {
      tellRange({ from: this.from, to: this.to, undated: this.undated });
    }
    this.requestUpdate();
  }

  private range(): [number, number] {
    if (this.player.window) {
      return this.player.window;
    }
    if (this.drag) {
      return [Math.min(...this.drag), Math.max(...this.drag)];
    }
    return [this.from ? this.bins.at(this.from) : -Infinity, this.to ? this.bins.at(this.to) : Infinity];
  }

  override render() {
    if (!this.data) {
      return html`<div class="row"><div class="chart"></div></div>`;
    }
    if (this.bins.count === 0) {
      return html`<div class="row"><span>${this.texts['timeline.empty']}</span>${this.side()}</div>`;
    }
    const [first, last] = this.range();
    const words = first === -Infinity && last === Infinity ? '' : this.rangeWords(first, last);
    return html`<div class="row">
      ${this.controls()}
      <div
        class="chart"
        tabindex="0"
        role="group"
        aria-label=${this.texts['timeline.label'] ?? ''}
        aria-description=${words}
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerrawupdate=${this.raw}
        @pointerup=${this.up}
        @pointercancel=${this.cancel}
        @pointerleave=${() => (this.over = undefined)}
        @keydown=${this.key}
      >
        <svg aria-hidden="true">${this.bars.draw(this.data.count, this.data.violent, [first, last], locale(this.language))}</svg>
        ${this.over !== undefined ? this.tip(this.over) : this.player.window ? this.tipText(this.player.window[1], words) : nothing}
      </div>
      ${this.side()}
    </div>`;
  }

  private controls() {
    const playing = this.player.playing;
    const label = this.texts[playing ? 'timeline.pause' : 'timeline.play'] ?? '';
    return html`<div class="controls">
      <div class="pair">
        <button type="button" class="round" data-act="play" aria-label=${label} title=${label} @click=${() => this.play()}>
          <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
            <path d=${playing ? 'M5 4h3.5v12H5zM11.5 4H15v12h-3.5z' : 'M6 3.5l10 6.5-10 6.5z'} fill="currentColor" />
          </svg>
        </button>
        ${this.player.window
          ? html`<button
              type="button"
              class="round"
              data-act="stop"
              aria-label=${this.texts['timeline.stop'] ?? ''}
              title=${this.texts['timeline.stop'] ?? ''}
              @click=${() => this.stopPlaying()}
            >
              <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true"><path d="M5 5h10v10H5z" fill="currentColor" /></svg>
            </button>`
          : nothing}
        <button
          type="button"
          class="speed"
          data-act="speed"
          aria-label="${this.texts['timeline.speed'] ?? ''}: ${this.speed}"
          title=${this.texts['timeline.speed'] ?? ''}
          @click=${() => {
            this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length]!;
            this.player.speed(this.speed);
          }}
        >
          ×${this.speed}
        </button>
      </div>
      <select
        aria-label=${this.texts['timeline.how'] ?? ''}
        @change=${(event: Event) => {
          this.cumulative = (event.target as HTMLSelectElement).value === 'cumulative';
          this.player.stop();
        }}
      >
        <option value="window" ?selected=${!this.cumulative}>${this.texts['timeline.window']}</option>
        <option value="cumulative" ?selected=${this.cumulative}>${this.texts['timeline.cumulative']}</option>
      </select>
    </div>`;
  }

  private rangeWords(first: number, last: number): string {
    const format = dateFormat(locale(this.language), { day: 'numeric', month: 'short', year: 'numeric' });
    const { from, to } = this.days(Math.max(0, first), Math.min(this.bins.count - 1, last));
    return say(this.texts, 'timeline.range', format.format(new Date(from)), format.format(new Date(to)));
  }

  private tip(bin: number) {
    if (this.drag) {
      return this.tipText(bin, this.rangeWords(...this.range()));
    }
    const value = this.data!.count[bin - this.bins.missing] ?? 0;
    return this.tipText(bin, `${this.bins.name(bin, locale(this.language))} · ${countOf(this.texts, this.language, value)}`);
  }

  private tipText(bin: number, text: string) {
    return html`<div class="tip" style="left: ${Math.max(90, Math.min(this.width - 90, this.bars.middle(bin)))}px">${text}</div>`;
  }

  private side() {
    const undated = this.data?.undated ?? 0;
    const coarser = this.data?.coarser ?? 0;
    const numbers = numberFormat(locale(this.language));
    return html`<div class="side">
      ${undated > 0
        ? html`<button
            type="button"
            aria-pressed=${this.undated ? 'true' : 'false'}
            title=${this.texts['timeline.undatedHint'] ?? ''}
            @click=${() => this.dispatchEvent(new CustomEvent('undated-toggled'))}
          >
            ${say(this.texts, 'timeline.undated', numbers.format(undated))}
          </button>`
        : nothing}
      ${coarser > 0 ? html`<span>${say(this.texts, this.bins.unit === 'month' ? 'timeline.coarser' : 'timeline.coarserThanBars', numbers.format(coarser))}</span>` : nothing}
    </div>`;
  }
}
