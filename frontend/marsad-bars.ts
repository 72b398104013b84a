import { nothing, svg } from 'lit';
import type { Bins } from './marsad-time';

/** Height of the bars without their axis, in pixels. */
const HEIGHT = 56;
/** Room between two labels of the axis, and what the last one needs, in pixels. */
const TICK_PX = 64;
const LAST_TICK_PX = 34;

/** The bars of a timeline: where each bin stands, in pixels from the left, and how they are drawn. */
export class Bars {
  constructor(
    private readonly bins: Bins,
    private readonly width: number,
    private readonly rtl: boolean,
  ) {}

  /** Where a bin begins. */
  x(bin: number): number {
    const at = (bin / this.bins.count) * this.width;
    return this.rtl ? this.width - at : at;
  }

  middle(bin: number): number {
    return (this.x(bin) + this.x(bin + 1)) / 2;
  }

  /**
   * The bin at a share of the width, counted from the left.
   *
   * @param share 0 to 1
   */
  at(share: number): number {
    const inside = Math.max(0, Math.min(0.9999, share));
    return Math.floor((this.rtl ? 0.9999 - inside : inside) * this.bins.count);
  }

  /** All, and the violent among them, by bin; the brush over a chosen range, of which an end may be infinite. */
  draw(all: readonly number[], violent: readonly number[], [first, last]: [number, number], locale: string) {
    const chosen = first !== -Infinity || last !== Infinity;
    const begin = Math.max(first, 0);
    const end = Math.min(last, this.bins.count - 1);
    const path = (values: readonly number[], out: boolean) => this.path(values, (bin) => (bin < begin || bin > end) === out);
    return [
      svg`<line class="axis" x1="0" x2=${this.width} y1=${HEIGHT} y2=${HEIGHT} />`,
      chosen && end >= begin ? this.brush(begin, end) : nothing,
      // One path for each look: thousands of bars cost no more than four.
      svg`<path class="all out" d=${path(all, true)} /><path class="violent out" d=${path(violent, true)} />
        <path class="all" d=${path(all, false)} /><path class="violent" d=${path(violent, false)} />`,
      this.ticks(locale),
    ];
  }

  private brush(begin: number, end: number) {
    const from = this.x(begin);
    const to = this.x(end + 1);
    return svg`<rect class="brush" x=${Math.min(from, to)} y="0" height=${HEIGHT} width=${Math.abs(to - from)} />
      <line class="edge" x1=${from} x2=${from} y1="0" y2=${HEIGHT} />
      <line class="edge" x1=${to} x2=${to} y1="0" y2=${HEIGHT} />`;
  }

  private path(values: readonly number[], shows: (bin: number) => boolean): string {
    const most = Math.max(1, this.bins.most);
    const wide = this.width / this.bins.count;
    const gap = wide > 5 ? 1 : wide > 2.5 ? 0.5 : 0;
    let d = '';
    values.forEach((value, index) => {
      const bin = index + this.bins.missing;
      if (value > 0 && shows(bin)) {
        const height = Math.max(1, (value / most) * (HEIGHT - 6));
        const left = Math.min(this.x(bin), this.x(bin + 1)) + gap / 2;
        d += `M${left.toFixed(2)} ${HEIGHT}v${(-height).toFixed(2)}h${Math.max(0.6, wide - gap).toFixed(2)}v${height.toFixed(2)}z`;
      }
    });
    return d;
  }

  private ticks(locale: string) {
    return this.bins
      .ticks(this.width / TICK_PX, locale)
      .filter(([bin]) => (1 - bin / this.bins.count) * this.width > LAST_TICK_PX)
      .map(
        ([bin, label]) => svg`<line class="axis" x1=${this.x(bin)} x2=${this.x(bin)} y1=${HEIGHT} y2=${HEIGHT + 5} />
          <text x=${this.x(bin) + (this.rtl ? -4 : 4)} y=${HEIGHT + 16} direction="ltr" text-anchor=${this.rtl ? 'end' : 'start'}>${label}</text>`,
      );
  }
}
