import type OlMap from 'ol/Map.js';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj.js';
import View from 'ol/View.js';

/** Where a map starts when the address names no place: the Sahel. */
const HOME = [-17.2, 9.8, 9.5, 20];
export const WORLD = 2 * 20037508.342789244;

/** West, north, east, south as shares of the world from its north-western corner. */
export type Box = readonly [number, number, number, number];

export const newView = (): View =>
  new View({ center: fromLonLat([-3, 15.5]), zoom: 5, minZoom: 2, maxZoom: 14, enableRotation: false });

/** What of the world the map shows, and how it gets there. */
export class MapView {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param told what is seen, as `lat,lon,zoom`, once the map has stood still for a moment */
  constructor(
    private readonly map: OlMap,
    private readonly told: (at: string) => void,
  ) {}

  private get view(): View {
    return this.map.getView();
  }

  get zoom(): number {
    return this.view.getZoom() ?? 5;
  }

  /** @param at `lat,lon,zoom`, or anything else for the home view */
  start(at: string): void {
    const parts = at.split(',').map(Number);
    const [lat, lon, zoom] = parts;
    if (parts.length === 3 && parts.every(Number.isFinite)) {
      this.view.setCenter(fromLonLat([lon!, lat!]));
      this.view.setZoom(zoom!);
    } else {
      this.view.fit(transformExtent(HOME, 'EPSG:4326', 'EPSG:3857'));
    }
  }

  home(): void {
    this.view.fit(transformExtent(HOME, 'EPSG:4326', 'EPSG:3857'), { duration: 350 });
  }

  fit(box: Box): void {
    this.view.fit(extentOf(box), { duration: 350, maxZoom: 9 });
  }

  /** @param extent in the map's metres */
  fitExtent(extent: readonly number[]): void {
    this.view.fit([...extent], { duration: 400, maxZoom: 8 });
  }

  /** The panels lie over the map: its middle is the middle of what they leave free. */
  pad(style: CSSStyleDeclaration): void {
    const read = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    const start = read('--map-pad-start');
    const end = read('--map-pad-end');
    const rtl = style.direction === 'rtl';
    this.view.padding = [read('--map-pad-top'), rtl ? start : end, read('--map-pad-bottom'), rtl ? end : start];
    this.map.updateSize();
  }

  /** What is seen, under the panels too; undefined before the map has a size. */
  box(): Box | undefined {
    const size = this.map.getSize();
    const { center, resolution } = this.view.getState();
    if (!size || !center || !resolution || size[0]! * size[1]! === 0) {
      return undefined;
    }
    // By the view rather than by what was drawn last: events are asked for before the land is drawn.
    const [x, y] = [0.5 + center[0]! / WORLD, 0.5 - center[1]! / WORLD];
    const [wide, high] = [(size[0]! * resolution) / WORLD / 2, (size[1]! * resolution) / WORLD / 2];
    return [x - wide, y - high, x + wide, y + high];
  }

  /** What is seen between the panels: west, south, east and north in degrees. Past the date line longitudes go on beyond 180. */
  seen(): string {
    return transformExtent(this.extent(), 'EPSG:3857', 'EPSG:4326').join();
  }

  /** What is seen between the panels, in the map's metres: left, bottom, right, top. */
  extent(): number[] {
    return this.view.calculateExtent();
  }

  /** The middle of what the panels leave free, in pixels. */
  middle(): number[] {
    return this.map.getPixelFromCoordinate(this.view.getCenter()!);
  }

  step(by: number): void {
    this.view.animate({ zoom: this.zoom + by, duration: 200 });
  }

  shift(right: number, down: number): void {
    const center = this.view.getCenter()!;
    const step = (this.view.getResolution() ?? 1) * 120;
    this.view.animate({ center: [center[0]! + right * step, center[1]! - down * step], duration: 120 });
  }

  /** Zooms to a cluster's box; false where that would split nothing. */
  closer(box: Box): boolean {
    const [west, north, east, south] = box;
    if (this.zoom >= this.view.getMaxZoom() - 0.5 || (this.zoom > 11 && west === east && north === south)) {
      return false;
    }
    this.view.fit(extentOf(box), { duration: 300, maxZoom: this.zoom + 3, padding: [60, 60, 60, 60] });
    return true;
  }

  /** Moves where a place is not seen, or lies under a panel. */
  reveal(at: readonly number[]): void {
    const pixel = this.map.getPixelFromCoordinate([...at]);
    const [width = 0, height = 0] = this.map.getSize() ?? [];
    const [top, right, bottom, left] = this.view.padding as [number, number, number, number];
    const seen =
      pixel && pixel[0]! > left + 30 && pixel[0]! < width - right - 30 && pixel[1]! > top + 30 && pixel[1]! < height - bottom - 30;
    if (!seen) {
      this.view.animate({ center: [...at], duration: 350 });
    }
  }

  tell(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const center = this.view.getCenter();
      if (center) {
        const [lon, lat] = toLonLat(center) as [number, number];
        this.told(`${lat.toFixed(4)},${lon.toFixed(4)},${this.zoom.toFixed(2)}`);
      }
    }, 250);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

const extentOf = ([west, north, east, south]: Box): number[] => [
  (west - 0.5) * WORLD,
  (0.5 - south) * WORLD,
  (east - 0.5) * WORLD,
  (0.5 - north) * WORLD,
];
