import Feature from 'ol/Feature.js';
import type { FeatureLike } from 'ol/Feature.js';
import Circle from 'ol/geom/Circle.js';
import type Geometry from 'ol/geom/Geometry.js';
import Polygon, { fromExtent } from 'ol/geom/Polygon.js';
import Draw, { createBox } from 'ol/interaction/Draw.js';
import type VectorLayer from 'ol/layer/Vector.js';
import type Map from 'ol/Map.js';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj.js';
import { getDistance } from 'ol/sphere.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { circle } from './marsad-events';
import { LIGHT, type Palette } from './marsad-palette';
import { SparseLayer } from './marsad-sparse-layer';

export type Shape = 'box' | 'circle' | 'polygon';

const MAX_POINTS = 200;

/** Draws areas with the pointer, and shows the one that is in the filter. An area is written as in the filter's `area`. */
export class DrawTools {
  private readonly source = new VectorSource();
  private readonly layer: VectorLayer;
  private draw: Draw | undefined;
  private palette: Palette = LIGHT;

  /** @param ended called with the area that was drawn, or with none where the drawing enclosed nothing */
  constructor(
    private readonly map: Map,
    private readonly ended: (area: string | undefined) => void,
  ) {
    this.layer = new SparseLayer({ source: this.source, style: (feature) => this.style(feature), zIndex: 9 });
    map.addLayer(this.layer);
  }

  get active(): boolean {
    return this.draw !== undefined;
  }

  paint(palette: Palette): void {
    this.palette = palette;
    this.layer.changed();
  }

  /** @param area of the filter, or empty */
  show(area: string): void {
    this.source.clear();
    const geometry = outlineOf(area);
    if (geometry) {
      this.source.addFeature(new Feature({ geometry }));
    }
  }

  start(shape: Shape): void {
    this.stop();
    const draw = (this.draw = new Draw({
      type: shape === 'polygon' ? 'Polygon' : 'Circle',
      ...(shape === 'box' ? { geometryFunction: createBox() } : {}),
      maxPoints: MAX_POINTS,
      style: (feature) => this.style(feature),
    }));
    draw.on('drawend', (event) => {
      const area = areaOf(shape, event.feature.getGeometry()!);
      // After the click that ended it has gone by: it must not open what lies under it.
      setTimeout(() => {
        this.stop();
        this.ended(area);
      });
    });
    this.map.addInteraction(draw);
  }

  stop(): void {
    if (this.draw) {
      this.map.removeInteraction(this.draw);
      this.draw = undefined;
    }
  }

  private style(feature: FeatureLike): Style {
    const line = feature.getGeometry()?.getType() === 'Point' ? 0 : 2;
    return new Style({
      fill: new Fill({ color: `${this.palette.drawn}14` }),
      ...(line ? { stroke: new Stroke({ color: this.palette.drawn, width: line }) } : {}),
    });
  }
}

const number = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** @param extent in Web Mercator */
export function boxOf(extent: number[]): string {
  const [west, south, east, north] = transformExtent(extent, 'EPSG:3857', 'EPSG:4326') as [number, number, number, number];
  const box = [Math.max(-180, west), Math.max(-85, south), Math.min(180, east), Math.min(85, north)];
  return `box:${box.map(number).join()}`;
}

/** None where nothing lies between the first click and the last. */
function areaOf(shape: Shape, geometry: Geometry): string | undefined {
  const [left, bottom, right, top] = geometry.getExtent() as [number, number, number, number];
  if (left === right || bottom === top) {
    return undefined;
  }
  if (shape === 'box') {
    return boxOf([left, bottom, right, top]);
  }
  if (geometry instanceof Circle) {
    const [x, y] = geometry.getCenter() as [number, number];
    const center = toLonLat([x, y]);
    const km = getDistance(center, toLonLat([x + geometry.getRadius(), y])) / 1000;
    return `circle:${center.map(number).join()},${number(Math.min(2000, Math.round(km * 10) / 10 || 0.1))}`;
  }
  const corners = (geometry as Polygon).getCoordinates()[0]!.slice(0, -1);
  return corners.length < 3 ? undefined : `polygon:${corners.map((corner) => toLonLat(corner).map(number).join()).join(';')}`;
}

/** The outline of an area that was written by us or by hand; none where it cannot be read, as the server will have said. */
function outlineOf(area: string): Polygon | undefined {
  const [kind, rest = ''] = area.split(':', 2);
  const parts = rest.split(';').map((part) => part.split(',').map(Number));
  if (!rest || parts.flat().some((value) => !Number.isFinite(value))) {
    return undefined;
  }
  const first = parts[0]!;
  if (kind === 'box' && first.length === 4) {
    return fromExtent(transformExtent(first, 'EPSG:4326', 'EPSG:3857'));
  }
  if (kind === 'circle' && first.length === 3) {
    return circle(fromLonLat([first[0]!, first[1]!]), first[2]!);
  }
  return kind === 'polygon' && parts.length > 2 ? new Polygon([[...parts, first].map((corner) => fromLonLat(corner))]) : undefined;
}
