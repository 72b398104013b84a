import Feature from 'ol/Feature.js';
import type { FeatureLike } from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import type Geometry from 'ol/geom/Geometry.js';
import LineString from 'ol/geom/LineString.js';
import MultiLineString from 'ol/geom/MultiLineString.js';
import MultiPoint from 'ol/geom/MultiPoint.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Point from 'ol/geom/Point.js';
import Polygon, { circular } from 'ol/geom/Polygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import type Map from 'ol/Map.js';
import { toLonLat } from 'ol/proj.js';
import Cluster from 'ol/source/Cluster.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Icon from 'ol/style/Icon.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import type { BaseMap } from './marsad-basemap';
import { LIGHT, type Palette } from './marsad-palette';
import { FAMILIES, FAMILY_COLOR, familyOf, glyph, type Family } from './marsad-symbols';

/** An event as /api/v1/events.geojson gives it. */
export interface MapEvent {
  readonly id: number;
  readonly type: string;
  /** UCDP where_prec, 1 to 7. */
  readonly where: number;
  readonly label: string | null;
  readonly date: string;
  readonly start?: string;
  readonly end?: string;
  readonly border?: string;
  readonly deaths?: number;
  readonly certain?: boolean;
  /** ISO codes, comma between, of an event known by its country only. */
  readonly countries?: string;
  readonly areaKm?: number;
}

/** Events that are drawn as one thing: a cluster of places, an area, a border's line. */
export interface Spot {
  readonly kind: 'place' | 'area' | 'line';
  readonly coordinate: number[];
  readonly events: readonly MapEvent[];
}

const FORMAT = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });
const CLUSTER_PX = 34;
const FONT = '"Marsad Sans", "Noto Sans Arabic", "Segoe UI", system-ui, sans-serif';

/** Draws events with their precision: a symbol only where the place is known, else the area or the line that is. */
export class EventLayers {
  private readonly pins = new VectorSource<Feature<Point>>();
  private readonly clusters = new Cluster<Feature>({ source: this.pins, distance: CLUSTER_PX, minDistance: 14 });
  private readonly areas = new VectorSource<Feature<Polygon | MultiPolygon>>();
  private readonly lines = new VectorSource<Feature>();
  private readonly badges = new VectorSource<Feature<Point>>();
  private readonly highlight = new VectorSource<Feature>();
  private readonly layers: VectorLayer[];
  private readonly styles: Record<string, Style> = {};
  private palette: Palette = LIGHT;
  private numbers = new Intl.NumberFormat('en');
  private events: readonly MapEvent[] = [];
  private collection: unknown = null;
  private selected: number | undefined;

  constructor(
    private readonly map: Map,
    private readonly base: BaseMap,
  ) {
    this.layers = [
      new VectorLayer({ source: this.areas, style: (feature) => this.areaStyle(feature), zIndex: 10 }),
      new VectorLayer({ source: this.lines, style: (feature) => this.lineStyle(feature), zIndex: 12 }),
      new VectorLayer({ source: this.highlight, style: () => this.highlightStyle(), zIndex: 13 }),
      new VectorLayer({ source: this.badges, style: (feature) => this.badgeStyle(feature), zIndex: 14 }),
      new VectorLayer({ source: this.clusters, style: (feature) => this.clusterStyle(feature), zIndex: 16 }),
    ];
    this.layers.forEach((layer) => map.addLayer(layer));
  }

  get size(): number {
    return this.events.length;
  }

  /** What is drawn, by kind; for tests. */
  get drawn(): { events: number; pins: number; clusters: number; areas: number; lines: number } {
    return {
      events: this.events.length,
      pins: this.pins.getFeatures().length,
      clusters: this.clusters.getFeatures().length,
      areas: this.badges.getFeatures().filter((feature) => spotOf(feature)?.kind === 'area').length,
      lines: this.lines.getFeatures().length,
    };
  }

  paint(palette: Palette, language: string): void {
    this.palette = palette;
    this.numbers = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language);
    for (const key of Object.keys(this.styles)) {
      delete this.styles[key];
    }
    this.layers.forEach((layer) => layer.changed());
  }

  /** Shows a FeatureCollection in place of what was shown. */
  show(collection: unknown): void {
    this.collection = collection;
    const features = FORMAT.readFeatures(collection) as Feature[];
    const events: MapEvent[] = [];
    const pins: Feature<Point>[] = [];
    const lines: Record<string, { geometry: MultiLineString | LineString; events: MapEvent[] }> = {};
    const areas: Record<string, { polygon: Polygon | MultiPolygon; center: number[]; events: MapEvent[] }> = {};
    for (const feature of features) {
      const event = { ...feature.getProperties(), id: Number(feature.getId()), geometry: undefined } as unknown as MapEvent;
      const geometry = feature.getGeometry();
      events.push(event);
      if (geometry instanceof LineString || geometry instanceof MultiLineString) {
        (lines[event.border ?? `#${event.id}`] ??= { geometry, events: [] }).events.push(event);
        continue;
      }
      for (const point of pointsOf(geometry)) {
        if (event.where <= 2) {
          const pin = new Feature({ geometry: new Point(point) });
          pin.set('event', event, true);
          pins.push(pin);
        } else {
          this.addArea(areas, event, point);
        }
      }
    }
    this.events = events;
    replace(this.pins, pins);
    replace(
      this.areas,
      Object.entries(areas).map(([key, area]) => {
        const feature = spotFeature(area.polygon, 'area', area.center, area.events);
        feature.set('country', key.length === 2, true);
        return feature;
      }),
    );
    replace(
      this.lines,
      Object.values(lines).map((line) => spotFeature(line.geometry, 'line', middle(line.geometry), line.events)),
    );
    replace(this.badges, [
      ...Object.values(areas).map((area) => spotFeature(new Point(area.center), 'area', area.center, area.events)),
      ...Object.values(lines).map((line) => {
        const at = middle(line.geometry);
        return spotFeature(new Point(at), 'line', at, line.events);
      }),
    ]);
  }

  /** Again with the country polygons that have come since. */
  reshow(): void {
    if (this.collection) {
      this.show(this.collection);
    }
  }

  /** All that can be stepped through and clicked, in what is seen now. */
  spots(): Spot[] {
    const extent = this.map.getView().calculateExtent(this.map.getSize());
    return [
      ...this.clusters.getFeaturesInExtent(extent),
      ...this.badges.getFeaturesInExtent(extent),
    ].flatMap((feature) => spotOf(feature) ?? []);
  }

  spotAt(pixel: number[]): Spot | undefined {
    let found: Spot | undefined;
    this.map.forEachFeatureAtPixel(
      pixel,
      (feature) => {
        found = spotOf(feature);
        return found !== undefined;
      },
      { hitTolerance: 4, layerFilter: (layer) => this.layers.includes(layer as VectorLayer) && layer.getZIndex() !== 10 },
    );
    return found;
  }

  /** Marks an event; returns where it is, if it is on the map. */
  select(id: number | undefined): number[] | undefined {
    this.highlight.clear(true);
    this.selected = id;
    this.layers.forEach((layer) => layer.changed());
    if (id === undefined) {
      return undefined;
    }
    for (const source of [this.areas, this.lines]) {
      for (const feature of source.getFeatures()) {
        const spot = spotOf(feature as Feature);
        if (spot?.events.some((event) => event.id === id)) {
          this.highlight.addFeature(new Feature({ geometry: feature.getGeometry() as Geometry }));
          return spot.coordinate;
        }
      }
    }
    for (const pin of this.pins.getFeatures()) {
      const event = pin.get('event') as MapEvent;
      const at = pin.getGeometry()?.getCoordinates();
      if (event.id === id && at) {
        if (event.where === 2) {
          this.highlight.addFeature(new Feature({ geometry: circle(at, 25) }));
        }
        return at;
      }
    }
    return undefined;
  }

  /** The box around all that is known to a place or a line. */
  extent(): number[] | undefined {
    const extents = [this.pins.getExtent(), this.lines.getExtent()].filter((extent) => extent && Number.isFinite(extent[0]));
    if (extents.length === 0) {
      return undefined;
    }
    return [0, 1, 2, 3].map((side) => Math[side < 2 ? 'min' : 'max'](...extents.map((extent) => extent![side]!)));
  }

  private addArea(
    areas: Record<string, { polygon: Polygon | MultiPolygon; center: number[]; events: MapEvent[] }>,
    event: MapEvent,
    point: number[],
  ): void {
    const countries = event.where === 6 ? (event.countries ?? '').split(',').filter((iso) => iso) : [];
    for (const iso of countries) {
      const polygon = this.base.countryArea(iso);
      if (polygon) {
        (areas[iso] ??= { polygon, center: point, events: [] }).events.push(event);
      }
    }
    if (countries.length === 0 || !countries.some((iso) => areas[iso])) {
      const km = event.areaKm ?? 50;
      const key = `${point.map(Math.round).join()} ${km}`;
      (areas[key] ??= { polygon: circle(point, km), center: point, events: [] }).events.push(event);
    }
  }

  private clusterStyle(cluster: FeatureLike): Style[] {
    const events = (spotOf(cluster)?.events ?? []) as readonly MapEvent[];
    const first = events[0];
    if (events.length === 1 && first) {
      const family = familyOf(first.type);
      const faint = first.certain === false;
      const pin = this.cached(`pin ${family} ${first.where} ${faint}`, () => this.pinIcon(family, first.where === 2, faint));
      return this.ringed(events, pin, 10.5);
    }
    const shares = this.shares(events);
    return this.ringed(
      events,
      this.cached(`cluster ${events.length} ${shares.join()}`, () => this.clusterIcon(events.length, shares, false)),
      clusterRadius(events.length),
    );
  }

  private badgeStyle(feature: FeatureLike): Style[] {
    const events = spotOf(feature)?.events ?? [];
    const shares = this.shares(events);
    return this.ringed(
      events,
      this.cached(`badge ${events.length} ${shares.join()}`, () => this.clusterIcon(events.length, shares, true)),
      clusterRadius(events.length),
    );
  }

  /** With a ring where the selected event is among these. */
  private ringed(events: readonly MapEvent[], style: Style, radius: number): Style[] {
    if (this.selected === undefined || !events.some((event) => event.id === this.selected)) {
      return [style];
    }
    const r = Math.round(radius) + 6;
    const ring = this.cached(`ring ${r}`, () =>
      canvas(2 * r + 8, (context) => {
        context.lineWidth = 5;
        context.strokeStyle = this.palette.casing;
        context.beginPath();
        context.arc(0, 0, r, 0, 2 * Math.PI);
        context.stroke();
        context.lineWidth = 2.6;
        context.strokeStyle = this.palette.selected;
        context.stroke();
      }),
    );
    return [style, ring];
  }

  /** Twelfths of the circle for each family, so that icons of like mixes are shared. */
  private shares(events: readonly MapEvent[]): number[] {
    const counts = FAMILIES.map((family) => events.filter((event) => familyOf(event.type) === family).length);
    return counts.map((count) => (count === 0 ? 0 : Math.max(1, Math.round((12 * count) / events.length))));
  }

  private cached(key: string, make: () => HTMLCanvasElement): Style {
    return (this.styles[key] ??= new Style({ image: new Icon({ img: make(), scale: 1 / PIXEL_RATIO }) }));
  }

  private color(family: Family): string {
    return FAMILY_COLOR[family][this.palette.dark ? 'dark' : 'light'];
  }

  /** Filled for an exact place; hollow for one known to 25 km. */
  private pinIcon(family: Family, near: boolean, faint: boolean): HTMLCanvasElement {
    const r = 10.5;
    return canvas(2 * r + 6, (context) => {
      context.globalAlpha = faint ? 0.6 : 1;
      disc(context, r + 1.5, this.palette.casing);
      disc(context, r, near ? this.palette.badge : this.color(family));
      if (near) {
        context.lineWidth = 2;
        context.strokeStyle = this.color(family);
        context.beginPath();
        context.arc(0, 0, r - 1, 0, 2 * Math.PI);
        context.stroke();
      }
      glyph(context, family, r * 0.6);
      context.fillStyle = near ? this.color(family) : this.palette.dark ? '#0d151c' : '#ffffff';
      context.fill();
    });
  }

  private clusterIcon(count: number, shares: readonly number[], dashed: boolean): HTMLCanvasElement {
    const r = clusterRadius(count);
    return canvas(2 * r + 8, (context) => {
      disc(context, r + 1.5, this.palette.casing);
      disc(context, r, this.palette.badge);
      const total = shares.reduce((sum, share) => sum + share, 0);
      let angle = -Math.PI / 2;
      const width = dashed ? 2.5 : 4.5;
      context.lineWidth = width;
      if (dashed) {
        context.setLineDash([3.2, 2.4]);
      }
      shares.forEach((share, index) => {
        if (share > 0) {
          const end = angle + (2 * Math.PI * share) / total;
          context.strokeStyle = this.color(FAMILIES[index]!);
          context.beginPath();
          context.arc(0, 0, r - width / 2, angle, end);
          context.stroke();
          angle = end;
        }
      });
      context.fillStyle = this.palette.badgeText;
      context.font = `600 ${count > 999 ? 11 : 12.5}px ${FONT}`;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(this.numbers.format(count), 0, 0.8);
    });
  }

  private dominant(feature: FeatureLike): Family {
    const shares = this.shares(spotOf(feature)?.events ?? []);
    return FAMILIES[shares.indexOf(Math.max(...shares))] ?? 'statement';
  }

  /** A country's outline is the base map's; any other area has one of its own. */
  private areaStyle(feature: FeatureLike): Style {
    const stroke = new Stroke({ color: this.color(this.dominant(feature)), width: 1.3, lineDash: [3, 5] });
    return new Style({
      fill: new Fill({ color: this.palette.areaFill }),
      ...(feature.get('country') === true ? {} : { stroke }),
    });
  }

  private lineStyle(feature: FeatureLike): Style[] {
    return [
      new Style({ stroke: new Stroke({ color: this.palette.casing, width: 8, lineCap: 'round' }) }),
      new Style({ stroke: new Stroke({ color: this.color(this.dominant(feature)), width: 4.5, lineCap: 'round' }) }),
    ];
  }

  private highlightStyle(): Style {
    return new Style({ stroke: new Stroke({ color: this.palette.selected, width: 2, lineDash: [6, 5] }) });
  }
}

const clusterRadius = (count: number): number => (count === 1 ? 11 : 13 + Math.min(11, 2.1 * Math.log2(count)));

const PIXEL_RATIO = Math.max(2, Math.ceil(window.devicePixelRatio));

function canvas(size: number, draw: (context: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const element = document.createElement('canvas');
  element.width = element.height = Math.ceil(size) * PIXEL_RATIO;
  const context = element.getContext('2d')!;
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.translate(Math.ceil(size) / 2, Math.ceil(size) / 2);
  draw(context);
  return element;
}

function disc(context: CanvasRenderingContext2D, radius: number, color: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
}

function circle(center: number[], km: number): Polygon {
  return circular(toLonLat(center), km * 1000, 72).transform('EPSG:4326', 'EPSG:3857') as Polygon;
}

function pointsOf(geometry: Geometry | undefined): number[][] {
  if (geometry instanceof Point) {
    return [geometry.getCoordinates()];
  }
  return geometry instanceof MultiPoint ? geometry.getCoordinates() : [];
}

function middle(geometry: MultiLineString | LineString): number[] {
  const parts = geometry instanceof LineString ? [geometry] : geometry.getLineStrings();
  const longest = parts.reduce((best, part) => (part.getLength() > best.getLength() ? part : best));
  return longest.getCoordinateAt(0.5);
}

function spotFeature<G extends Geometry>(
  geometry: G,
  kind: Spot['kind'],
  coordinate: number[],
  events: readonly MapEvent[],
): Feature<G> {
  const feature = new Feature<G>();
  feature.setGeometry(geometry);
  feature.set('spot', { kind, coordinate, events } satisfies Spot, true);
  return feature;
}

/** What a drawn feature stands for. */
export function spotOf(feature: FeatureLike): Spot | undefined {
  const members = feature.get('features') as Feature<Point>[] | undefined;
  if (members) {
    const geometry = feature.getGeometry();
    return {
      kind: 'place',
      coordinate: geometry instanceof Point ? geometry.getCoordinates() : [],
      events: members.map((member) => member.get('event') as MapEvent),
    };
  }
  return feature.get('spot') as Spot | undefined;
}

function replace<F extends Feature>(source: VectorSource<F>, features: F[]): void {
  source.clear(true);
  source.addFeatures(features);
}
