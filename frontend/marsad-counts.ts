import Layer from 'ol/layer/Layer.js';
import type OlMap from 'ol/Map.js';
import type { FrameState } from 'ol/Map.js';
import { clusters, classes, hexagons, HEXAGON_PX, type Cluster, type Hexagon } from './marsad-cells';
import { numberFormat } from './marsad-formats';
import { badgeRadius, drawBadge, twelfths } from './marsad-icons';
import type { Columns } from './marsad-mvt';
import { LIGHT, type Palette } from './marsad-palette';
import type { Disc } from './marsad-arrangement';
import { familiesOf } from './marsad-symbols';
import { locale } from './marsad-words';

export const MODES = ['symbols', 'heat', 'hexagons'] as const;
export type Mode = (typeof MODES)[number];

/** What the legend must say of the counts that are drawn. */
export interface Scale {
  /** First number of each class of hexagons. */
  readonly classes: readonly number[];
  /** Events in 1,000 km² where heat is greatest. */
  readonly peak: number;
}

const WORLD = 2 * 20037508.342789244;
const RING_PX = 4.5;
const HEAT_STEP = 4;
const HEAT_BLUR = 3;

/** Draws the rows of tiles as numbers that split, as heat or as hexagons. */
export class CountLayer extends Layer {
  scale: Scale = { classes: [], peak: 0 };
  private tiles: readonly Columns[] = [];
  private mode: Mode = 'symbols';
  private palette: Palette = LIGHT;
  private numbers = numberFormat('en');
  private readonly canvas = document.createElement('canvas');
  private readonly small = document.createElement('canvas');
  private level = -1;
  private clusters: readonly Cluster[] = [];
  private hexagons: readonly Hexagon[] = [];
  private transform: readonly number[] = [1, 0, 0, 1, 0, 0];
  private last: FrameState | undefined;
  private scaleKey = '';

  /**
   * @param over where numbers are drawn
   * @param under where heat and hexagons are: under the names
   * @param scaled called when `scale` is another
   */
  constructor(
    private readonly over: OlMap,
    private readonly under: OlMap,
    private readonly scaled: () => void,
  ) {
    super({ zIndex: 15 });
    over.addLayer(this);
    this.canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%';
  }

  /** @param tiles what is to be counted; none where events are drawn one by one */
  show(tiles: readonly Columns[], mode: Mode): void {
    this.tiles = tiles;
    this.level = -1;
    if ((mode === 'symbols') !== (this.mode === 'symbols')) {
      this.move(mode === 'symbols');
    }
    this.mode = mode;
    if (tiles.length === 0) {
      this.clusters = [];
      this.hexagons = [];
    }
    if (tiles.length > 0 && this.last && this.canvas.isConnected) {
      // Over a map that stands still: the land and the borders under it need not be drawn again.
      this.render(this.last);
    } else {
      this.changed();
    }
  }

  private move(over: boolean): void {
    (over ? this.under : this.over).removeLayer(this);
    this.last = undefined;
    this.setZIndex(over ? 15 : 2.5);
    (over ? this.over : this.under).addLayer(this);
  }

  paint(palette: Palette, language: string): void {
    this.palette = palette;
    this.numbers = numberFormat(locale(language), { notation: 'compact', maximumSignificantDigits: 3 });
    this.changed();
  }

  /** Numbers on the map now, for hands and keys. */
  list(): readonly Cluster[] {
    return this.mode === 'symbols' ? this.clusters : [];
  }

  /** The numbers in pixels. */
  discs(): readonly Disc[] {
    return this.list().map((cluster) => {
      const [x, y] = this.pixel(cluster.x, cluster.y);
      return { x, y, r: badgeRadius(cluster.n) };
    });
  }

  clusterAt(pixel: readonly number[]): Cluster | undefined {
    return this.list().find((cluster) => {
      const [x, y] = this.pixel(cluster.x, cluster.y);
      return Math.hypot(x - pixel[0]!, y - pixel[1]!) < badgeRadius(cluster.n) + 3;
    });
  }

  hexagonAt(pixel: readonly number[]): Hexagon | undefined {
    if (this.mode !== 'hexagons') {
      return undefined;
    }
    return this.hexagons.find((hexagon) => {
      const [x, y] = this.pixel(hexagon.x, hexagon.y);
      return Math.hypot(x - pixel[0]!, y - pixel[1]!) < HEXAGON_PX * 0.9;
    });
  }

  /** Without anything to count it has no place on the map: see SparseLayer. */
  override render(frame: FrameState): HTMLElement | null {
    if (this.tiles.length === 0) {
      return null;
    }
    const [width, height] = frame.size as [number, number];
    const ratio = frame.pixelRatio;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== w || this.canvas.height !== h) {
      this.canvas.width = w;
      this.canvas.height = h;
    }
    this.last = frame;
    this.transform = frame.coordinateToPixelTransform;
    const context = this.canvas.getContext('2d')!;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, w, h);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.gather(Math.max(0, Math.round(frame.viewState.zoom)));
    if (this.mode === 'heat') {
      this.drawHeat(context, width, height, frame);
    } else if (this.mode === 'hexagons') {
      this.drawHexagons(context, frame);
    } else {
      this.drawClusters(context);
    }
    const key = JSON.stringify(this.scale);
    if (key !== this.scaleKey) {
      this.scaleKey = key;
      this.scaled();
    }
    return this.canvas;
  }

  private gather(level: number): void {
    if (level === this.level) {
      return;
    }
    this.level = level;
    this.clusters = this.mode === 'symbols' ? clusters(this.tiles, level, (n) => badgeRadius(n) + 1) : [];
    this.hexagons = this.mode === 'hexagons' ? hexagons(this.tiles, level) : [];
    if (this.mode === 'hexagons') {
      this.scale = { classes: classes(this.hexagons.map((hexagon) => hexagon.n)), peak: 0 };
    }
  }

  private pixel(x: number, y: number): [number, number] {
    const t = this.transform;
    const east = (x - 0.5) * WORLD;
    const north = (0.5 - y) * WORLD;
    return [t[0]! * east + t[2]! * north + t[4]!, t[1]! * east + t[3]! * north + t[5]!];
  }

  private drawClusters(context: CanvasRenderingContext2D): void {
    const dark = this.palette.dark;
    const violence = familiesOf('type')[0]![dark ? 'dark' : 'light'];
    // The smaller first, so that no small number hides a large one.
    for (let i = this.clusters.length - 1; i >= 0; i--) {
      const { x, y, n, violent } = this.clusters[i]!;
      const [left, top] = this.pixel(x, y);
      const share = twelfths(violent, n);
      const shares = [
        { color: violence, share },
        { color: this.palette.other, share: violent === n ? 0 : Math.max(1, 12 - share) },
      ];
      drawBadge(context, left, top, this.palette, this.numbers.format(n), n, shares, RING_PX);
    }
  }

  private drawHexagons(context: CanvasRenderingContext2D, frame: FrameState): void {
    const scale = (WORLD / (256 * 2 ** this.level) / frame.viewState.resolution) * HEXAGON_PX;
    const colors = this.palette.ramp;
    context.lineWidth = 0.8;
    context.strokeStyle = this.palette.casing;
    for (const { x, y, n } of this.hexagons) {
      const [left, top] = this.pixel(x, y);
      const at = this.scale.classes.findLastIndex((bound) => n >= bound);
      context.fillStyle = colors[classColor(at, this.scale.classes.length)]!;
      context.beginPath();
      for (let corner = 0; corner < 6; corner++) {
        const angle = (Math.PI / 3) * corner - Math.PI / 2;
        context.lineTo(left + scale * Math.cos(angle), top + scale * Math.sin(angle));
      }
      context.closePath();
      context.globalAlpha = 0.86;
      context.fill();
      context.globalAlpha = 1;
      context.stroke();
    }
  }

  /** A grid of every fourth pixel, blurred by three boxes (which comes near to a Gaussian), coloured by the root of its share. */
  private drawHeat(context: CanvasRenderingContext2D, width: number, height: number, frame: FrameState): void {
    const pad = 4 * HEAT_BLUR;
    const w = Math.ceil(width / HEAT_STEP) + 2 * pad;
    const h = Math.ceil(height / HEAT_STEP) + 2 * pad;
    let grid = new Float32Array(w * h);
    for (const tile of this.tiles) {
      for (let i = 0; i < tile.size; i++) {
        const [left, top] = this.pixel(tile.x[i]!, tile.y[i]!);
        const column = Math.floor(left / HEAT_STEP) + pad;
        const row = Math.floor(top / HEAT_STEP) + pad;
        if (column >= 0 && row >= 0 && column < w && row < h) {
          grid[row * w + column]! += tile.n[i]!;
        }
      }
    }
    let other = new Float32Array(w * h);
    for (let pass = 0; pass < 3; pass++) {
      blur(grid, other, w, h, 1, w);
      blur(other, grid, h, w, w, 1);
    }
    let most = 0;
    for (const value of grid) {
      most = Math.max(most, value);
    }
    this.small.width = w;
    this.small.height = h;
    const small = this.small.getContext('2d')!;
    const image = small.createImageData(w, h);
    const colors = this.palette.heat;
    for (let i = 0; i < grid.length && most > 0; i++) {
      const color = colors[Math.min(255, Math.floor(256 * Math.sqrt(grid[i]! / most)))]!;
      image.data.set(color, 4 * i);
    }
    small.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.small, -pad * HEAT_STEP, -pad * HEAT_STEP, w * HEAT_STEP, h * HEAT_STEP);
    this.scale = { classes: [], peak: (1000 * most) / squareKm(frame) };
  }
}

/** Of five colours, spread over however many classes there are. */
export const classColor = (at: number, count: number): number => (count < 2 ? 2 : Math.round((4 * at) / (count - 1)));

/** Square kilometres of one cell of the heat's grid, in the middle of the view. */
function squareKm(frame: FrameState): number {
  const north = frame.viewState.center[1]!;
  const shrink = 1 / Math.cosh((2 * Math.PI * north) / WORLD);
  return ((HEAT_STEP * frame.viewState.resolution * shrink) / 1000) ** 2;
}

/** A moving mean along lines of `length` values that are `step` apart; lines are `next` apart. */
function blur(from: Float32Array, to: Float32Array, length: number, lines: number, step: number, next: number): void {
  const wide = 2 * HEAT_BLUR + 1;
  for (let line = 0; line < lines; line++) {
    const begin = line * next;
    let sum = 0;
    for (let i = -HEAT_BLUR; i < length; i++) {
      const ahead = i + HEAT_BLUR;
      const behind = i - HEAT_BLUR - 1;
      sum += ahead < length ? from[begin + ahead * step]! : 0;
      sum -= behind >= 0 ? from[begin + behind * step]! : 0;
      if (i >= 0) {
        to[begin + i * step] = sum / wide;
      }
    }
  }
}
