import Feature from 'ol/Feature.js';
import type { FeatureLike } from 'ol/Feature.js';
import type Geometry from 'ol/geom/Geometry.js';
import type LineString from 'ol/geom/LineString.js';
import type MultiLineString from 'ol/geom/MultiLineString.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Point from 'ol/geom/Point.js';
import Polygon, { circular } from 'ol/geom/Polygon.js';
import type VectorLayer from 'ol/layer/Vector.js';
import type Map from 'ol/Map.js';
import { toLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Icon from 'ol/style/Icon.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { along, Arrangement } from './marsad-arrangement';
import type { BaseMap } from './marsad-basemap';
import { numberFormat } from './marsad-formats';
import { badge, badgeRadius, canvas, disc, PIXEL_RATIO, twelfths } from './marsad-icons';
import { LIGHT, type Palette } from './marsad-palette';
import { Rings } from './marsad-rings';
import { SparseLayer } from './marsad-sparse-layer';
import { spotFeature, spotOf, type MapEvent, type Pin, type Spot, type UncertainArea } from './marsad-spots';
import { familiesOf, familyIndex, glyph, type By, type Family } from './marsad-symbols';
import { locale } from './marsad-words';

const CLUSTER_PX = 34;
/** More areas than this, and only the numbers that have room are written. */
const CROWD = 40;
const NEAR_KM = 25;
/** More pins than this, and the 25 km around each would be a tangle. */
const NEAR_MOST = 150;

/** Draws events with their precision: a symbol only where the place is known, else the area or the line that is. */
export class EventLayers {
  private readonly pins = new VectorSource<Feature<Point>>();
  private readonly clusters = new Rings({ source: this.pins, distance: CLUSTER_PX, minDistance: 14 });
  private readonly areas = new VectorSource<Feature<Polygon | MultiPolygon>>();
  private readonly lines = new VectorSource<Feature>();
  private readonly badges = new VectorSource<Feature<Point>>();
  private readonly highlight = new VectorSource<Feature>();
  private readonly near: VectorLayer;
  private readonly loose: VectorLayer;
  private readonly crowded: VectorLayer;
  private readonly symbols: VectorLayer;
  private readonly layers: VectorLayer[];
  private styles: Record<string, Style> = {};
  private palette: Palette = LIGHT;
  private numbers = numberFormat('en');
  private by: By = 'type';
  private shownPins: readonly Pin[] = [];
  private shownAreas: readonly UncertainArea[] = [];
  private selected: number | undefined;
  readonly arrangement: Arrangement;

  constructor(
    private readonly map: Map,
    private readonly base: BaseMap,
  ) {
    const badges = { source: this.badges, style: (feature: FeatureLike) => this.badgeStyle(feature), zIndex: 14 };
    this.near = new SparseLayer({
      source: this.pins,
      style: (feature, resolution) => this.nearStyle(feature, resolution),
      zIndex: 11,
    });
    this.loose = new SparseLayer(badges);
    this.crowded = new SparseLayer({ ...badges, declutter: 'areas', visible: false });
    this.symbols = new SparseLayer({ source: this.clusters, style: (feature) => this.clusterStyle(feature), zIndex: 16 });
    this.layers = [
      new SparseLayer({ source: this.areas, style: (feature) => this.areaStyle(feature), zIndex: 10 }),
      this.near,
      new SparseLayer({ source: this.lines, style: (feature) => this.lineStyle(feature), zIndex: 12 }),
      new SparseLayer({ source: this.highlight, style: () => this.highlightStyle(), zIndex: 13 }),
      this.loose,
      this.crowded,
      this.symbols,
    ];
    this.layers.forEach((layer) => map.addLayer(layer));
    this.arrangement = new Arrangement(map, base, this.badges, () => (this.symbols.getVisible() ? this.clusters.getFeatures() : []));
  }

  /** What is drawn, by kind; for tests. */
  get drawn(): { events: number; pins: number; clusters: number; areas: number; lines: number } {
    const inAreas = this.shownAreas.reduce((sum, area) => sum + area.n, 0);
    return {
      events: new Set(this.shownPins.map((pin) => pin.event.id)).size + inAreas,
      pins: this.shownPins.length,
      clusters: this.clusters.getFeatures().length,
      areas: this.badges.getFeatures().filter((feature) => spotOf(feature)?.kind === 'area').length,
      lines: this.lines.getFeatures().length,
    };
  }

  paint(palette: Palette, language: string, by: By): void {
    this.palette = palette;
    this.numbers = numberFormat(locale(language), { notation: 'compact', maximumSignificantDigits: 3 });
    this.by = by;
    this.styles = {};
    this.layers.forEach((layer) => layer.changed());
  }

  /** Pins stand back where something else shows their counts. */
  showSymbols(shown: boolean): void {
    this.near.setVisible(shown);
    this.symbols.setVisible(shown);
  }

  showPins(pins: readonly Pin[]): void {
    if (pins.length + this.shownPins.length === 0) {
      return; // nothing that would have to be drawn again
    }
    this.shownPins = pins;
    replace(
      this.pins,
      pins.map(({ event, at }) => {
        const pin = new Feature({ geometry: new Point([...at]) });
        pin.set('event', event, true);
        return pin;
      }),
    );
    this.arrangement.later();
  }

  showAreas(areas: readonly UncertainArea[]): void {
    if (areas.length + this.shownAreas.length === 0) {
      return;
    }
    this.shownAreas = areas;
    const polygons: Feature<Polygon | MultiPolygon>[] = [];
    const lines: Feature[] = [];
    const badges: Feature<Point>[] = [];
    for (const area of areas) {
      const line = area.border ? this.base.borderLine(area.border) : undefined;
      const at = line ? middle(line) : area.at;
      const spot: Spot = { kind: line ? 'line' : 'area', coordinate: at, count: area.n, violent: area.violent, events: area.events, area };
      if (line) {
        lines.push(spotFeature(line, spot));
      } else {
        const countries = area.countries.flatMap((iso) => this.base.countryArea(iso) ?? []);
        for (const shape of countries.length > 0 ? countries : [circle(at, area.km)]) {
          const polygon = spotFeature(shape, spot);
          polygon.set('country', countries.length > 0, true);
          polygons.push(polygon);
        }
      }
      badges.push(spotFeature(new Point([...at]), spot));
    }
    replace(this.areas, polygons);
    replace(this.lines, lines);
    replace(this.badges, badges);
    this.loose.setVisible(areas.length <= CROWD);
    this.crowded.setVisible(areas.length > CROWD);
    this.arrangement.later();
  }

  /** Again, with the shapes of the base map that have come since. */
  reshow(): void {
    this.showAreas(this.shownAreas);
  }

  /** All that can be stepped through and clicked, in a box. */
  spots(extent: number[]): Spot[] {
    const symbols = this.symbols.getVisible() ? this.clusters.getFeaturesInExtent(extent) : [];
    return [...symbols, ...this.badges.getFeaturesInExtent(extent)].flatMap((feature) => spotOf(feature) ?? []);
  }

  spotAt(pixel: number[]): Spot | undefined {
    let found: Spot | undefined;
    this.map.forEachFeatureAtPixel(
      pixel,
      (feature) => {
        found = spotOf(feature);
        return found !== undefined;
      },
      { hitTolerance: 4, layerFilter: (layer) => layer.getZIndex()! >= 12 && this.layers.includes(layer as VectorLayer) },
    );
    return found;
  }

  /**
   * Marks an event; returns where it is, if it is on the map.
   *
   * @param elsewhere where it is by its own record, for one that is counted in an area only
   */
  select(id: number | undefined, elsewhere: { lon: number; lat: number; border: string | null } | undefined): readonly number[] | undefined {
    if (id === undefined && this.selected === undefined) {
      return undefined; // nothing that would have to be drawn again
    }
    this.highlight.clear(true);
    this.selected = id;
    this.layers.forEach((layer) => layer.changed());
    if (id === undefined) {
      return undefined;
    }
    for (const feature of [...this.areas.getFeatures(), ...this.lines.getFeatures()]) {
      const spot = spotOf(feature)!;
      if (spot.events.some((event) => event.id === id) || (elsewhere && isAt(spot, elsewhere))) {
        this.highlight.addFeature(new Feature({ geometry: feature.getGeometry() as Geometry }));
        return spot.coordinate;
      }
    }
    const pin = this.shownPins.find(({ event }) => event.id === id);
    if (pin?.event.where === 2) {
      this.highlight.addFeature(new Feature({ geometry: circle(pin.at, NEAR_KM) }));
    }
    return pin?.at;
  }

  private clusterStyle(cluster: FeatureLike): Style[] {
    const { events, count } = spotOf(cluster)!;
    const first = events[0]!;
    if (count === 1) {
      const family = familyIndex(this.by, first);
      const faint = first.certain === false;
      const icon = this.cached(`pin ${family} ${first.where} ${faint}`, () =>
        this.pinIcon(familiesOf(this.by)[family]!, first.where === 2, faint),
      );
      return this.ringed(events, icon, 10.5);
    }
    return this.ringed(events, this.ring(cluster, false), badgeRadius(count));
  }

  private badgeStyle(feature: FeatureLike): Style[] {
    const { events, count } = spotOf(feature)!;
    const style = this.ring(feature, true);
    style.setZIndex(-count);
    return this.ringed(events, style, badgeRadius(count));
  }

  private ring(feature: FeatureLike, dashed: boolean): Style {
    const spot = spotOf(feature)!;
    const shares = this.shares(spot);
    return this.cached(`ring ${spot.count} ${dashed} ${shares.map(({ share }) => share).join()}`, () =>
      badge(this.palette, this.numbers.format(spot.count), spot.count, shares, dashed),
    );
  }

  /** Where only counts are known, of violence and the rest; else of each family. */
  private shares(spot: Spot): { color: string; share: number }[] {
    const families = familiesOf(this.by);
    if (spot.events.length < spot.count) {
      const violence = this.color(familiesOf('type')[0]!);
      return [
        { color: violence, share: twelfths(spot.violent, spot.count) },
        { color: this.palette.other, share: twelfths(spot.count - spot.violent, spot.count) },
      ];
    }
    const counts = new Array<number>(families.length).fill(0);
    spot.events.forEach((event) => counts[familyIndex(this.by, event)]!++);
    return counts.map((count, index) => ({ color: this.color(families[index]!), share: twelfths(count, spot.count) }));
  }

  /** With a ring where the selected event is among these. */
  private ringed(events: readonly MapEvent[], style: Style, radius: number): Style[] {
    if (this.selected === undefined || !events.some((event) => event.id === this.selected)) {
      return [style];
    }
    const r = Math.round(radius) + 6;
    const ring = this.cached(`selected ${r}`, () =>
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

  private cached(key: string, make: () => HTMLCanvasElement): Style {
    return (this.styles[key] ??= new Style({ image: new Icon({ img: make(), scale: 1 / PIXEL_RATIO }) }));
  }

  private color(family: Family): string {
    return family[this.palette.dark ? 'dark' : 'light'];
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
      glyph(context, family.glyph, r * 0.6);
      context.fillStyle = near ? this.color(family) : this.palette.dark ? '#0d151c' : '#ffffff';
      context.fill();
    });
  }

  /** The 25 km that a place is known to, once they are wider than its symbol. */
  private nearStyle(pin: FeatureLike, resolution: number): Style | undefined {
    const event = pin.get('event') as MapEvent;
    if (event.where !== 2 || this.shownPins.length > NEAR_MOST || (NEAR_KM * 1000) / resolution < 24) {
      return undefined;
    }
    const at = (pin.getGeometry() as Point).getCoordinates();
    const shape = (pin.get('near') as Polygon | undefined) ?? circle(at, NEAR_KM);
    (pin as Feature).set('near', shape, true);
    return new Style({
      geometry: shape,
      stroke: new Stroke({ color: this.color(familiesOf(this.by)[familyIndex(this.by, event)]!), width: 1.2, lineDash: [3, 5] }),
    });
  }

  private dominant(feature: FeatureLike): string {
    const shares = this.shares(spotOf(feature)!);
    return shares.reduce((best, one) => (one.share > best.share ? one : best)).color;
  }

  /** A country's outline is the base map's; any other area has one of its own. */
  private areaStyle(feature: FeatureLike): Style {
    const stroke = new Stroke({ color: this.dominant(feature), width: 1.3, lineDash: [3, 5] });
    return new Style({
      ...(this.shownAreas.length > CROWD ? {} : { fill: new Fill({ color: this.palette.areaFill }) }),
      ...(feature.get('country') === true ? {} : { stroke }),
    });
  }

  private lineStyle(feature: FeatureLike): Style[] {
    return [
      new Style({ stroke: new Stroke({ color: this.palette.casing, width: 8, lineCap: 'round' }) }),
      new Style({ stroke: new Stroke({ color: this.dominant(feature), width: 4.5, lineCap: 'round' }) }),
    ];
  }

  private highlightStyle(): Style {
    return new Style({ stroke: new Stroke({ color: this.palette.selected, width: 2, lineDash: [6, 5] }) });
  }
}

/** @param km radius on the ground */
export function circle(center: readonly number[], km: number): Polygon {
  return circular(toLonLat([...center]), km * 1000, 72).transform('EPSG:4326', 'EPSG:3857') as Polygon;
}

function isAt(spot: Spot, place: { lon: number; lat: number; border: string | null }): boolean {
  if (spot.area?.border || place.border) {
    return spot.area?.border === place.border;
  }
  const [lon, lat] = toLonLat([...(spot.area?.at ?? [])]) as [number, number];
  return Math.abs(lon - place.lon) < 1e-3 && Math.abs(lat - place.lat) < 1e-3;
}

const middle = (geometry: MultiLineString | LineString): number[] => along(geometry, 0.5);

function replace<F extends Feature>(source: VectorSource<F>, features: F[]): void {
  source.clear(true);
  source.addFeatures(features);
}
