import Feature from 'ol/Feature.js';
import type { FeatureLike } from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import TopoJSON from 'ol/format/TopoJSON.js';
import MultiLineString from 'ol/geom/MultiLineString.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Point from 'ol/geom/Point.js';
import Polygon from 'ol/geom/Polygon.js';
import Graticule from 'ol/layer/Graticule.js';
import VectorLayer from 'ol/layer/Vector.js';
import type Map from 'ol/Map.js';
import { fromLonLat, toLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { cutAtDateLine } from './marsad-dateline';
import { FONT } from './marsad-icons';
import { Later, slices } from './marsad-later';
import { LIGHT, type Palette } from './marsad-palette';
import { inDegrees, lineMeets, meeting, type Degrees, type TopoGeometry, type Topology } from './marsad-topology';

const MERCATOR = { dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' };

/** Countries or borders that are made into features at once. */
const SLICE = 40;
const RETRY_MS = 4000;

interface BorderLine {
  readonly geometry: { readonly coordinates: readonly number[][][] };
}

interface Town {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
  readonly rank: number;
}

/** Land, borders and names, all from Marsad's own server. */
export class BaseMap {
  private readonly land = new VectorSource();
  private readonly lines = new VectorSource();
  private readonly details = new VectorSource();
  private readonly countryNames = new VectorSource();
  private readonly townNames = new VectorSource();
  private graticule: Graticule;
  private readonly layers: VectorLayer[];
  private palette: Palette = LIGHT;
  private language = 'en';
  private townsAt = '';
  private fineLand = false;
  private detailed = false;
  private waited = false;
  private landTurn = 0;
  private readonly later = new Later();

  /** @param completed called when more of the land or of the borders has come */
  constructor(
    private readonly map: Map,
    private readonly completed: () => void,
  ) {
    this.graticule = this.makeGraticule();
    const land = new VectorLayer({ source: this.land, style: () => this.landStyle, zIndex: 0 });
    const lines = new VectorLayer({ source: this.lines, style: (feature) => this.lineStyle(feature), zIndex: 2 });
    const details = new VectorLayer({ source: this.details, style: (feature) => this.detailStyle(feature), zIndex: 1.5 });
    const towns = new VectorLayer({
      source: this.townNames,
      style: (feature) => this.townStyle(feature),
      declutter: 'names',
      zIndex: 3,
    });
    const countries = new VectorLayer({
      source: this.countryNames,
      style: (feature, resolution) => this.countryStyle(feature, resolution),
      declutter: 'names',
      zIndex: 4,
    });
    this.layers = [land, details, lines, towns, countries];
    map.addLayer(this.graticule);
    this.layers.forEach((layer) => map.addLayer(layer));
    map.on('moveend', () => this.moved());
  }

  /** The area of a country, for events that are known no better. */
  countryArea(iso: string): MultiPolygon | Polygon | undefined {
    const areas = this.land.getFeatures().filter((feature) => feature.get('iso') === iso);
    const geometry = areas[0]?.getGeometry();
    return geometry instanceof Polygon || geometry instanceof MultiPolygon ? geometry : undefined;
  }

  /** The line of a border, if it is there already. */
  borderLine(id: string): MultiLineString | undefined {
    const geometry = this.lines
      .getFeatures()
      .find((line) => line.get('id') === id)
      ?.getGeometry();
    return geometry instanceof MultiLineString ? geometry : undefined;
  }

  showGraticule(shown: boolean): void {
    this.graticule.setVisible(shown);
  }

  /** Whether what is to be seen at first is there. */
  ready = false;
  private retry: ReturnType<typeof setTimeout> | undefined;

  /** Loads it, as often as it takes. */
  start(): void {
    clearTimeout(this.retry);
    this.load()
      .then(() => {
        this.ready = true;
        this.completed();
      })
      .catch(() => (this.retry = setTimeout(() => this.start(), RETRY_MS)));
  }

  end(): void {
    clearTimeout(this.retry);
  }

  /** What is to be seen at first; the rest follows after {@link more}. */
  async load(): Promise<void> {
    await Promise.all([this.loadBorders(), this.loadLand('50m')]);
  }

  private async loadBorders(): Promise<void> {
    const { features } = await json<{ features: readonly BorderLine[] }>('borders');
    const format = new GeoJSON(MERCATOR);
    const seen = this.seen();
    const isNear = (line: BorderLine) => line.geometry.coordinates.some((part) => lineMeets(part, seen));
    const add = (lines: readonly BorderLine[]) =>
      this.lines.addFeatures(format.readFeatures({ type: 'FeatureCollection', features: lines }) as Feature[]);
    this.lines.clear(true);
    add(features.filter(isNear));
    this.follow(
      features.filter((line) => !isNear(line)),
      add,
    );
  }

  /** What lies out of sight comes slice by slice. */
  private follow<T>(rest: readonly T[], add: (slice: readonly T[]) => void): void {
    this.later.add(...slices(rest, SLICE).map((slice) => () => add(slice)), () => this.completed());
  }

  /** What the map shows and half as much around it, in degrees; the world before it shows anything. */
  private seen(): Degrees {
    const size = this.map.getSize();
    if (!size) {
      return [-180, -90, 180, 90];
    }
    const [west, south, east, north] = this.map.getView().calculateExtent(size) as [number, number, number, number];
    const [wide, high] = [(east - west) / 2, (north - south) / 2];
    return [...toLonLat([west - wide, south - high]), ...toLonLat([east + wide, north + high])] as unknown as Degrees;
  }

  paint(palette: Palette, language: string): void {
    this.palette = palette;
    if (language !== this.language) {
      this.language = language;
      this.townsAt = '';
      this.moved();
    }
    this.landStyle = this.makeLandStyle();
    this.divisionStyle = this.makeDivisionStyle();
    this.waterStyle = this.makeWaterStyle();
    // A graticule's colours are given once and for all.
    const shown = this.graticule.getVisible();
    this.map.removeLayer(this.graticule);
    this.graticule = this.makeGraticule();
    this.graticule.setVisible(shown);
    this.map.addLayer(this.graticule);
    this.layers.forEach((layer) => layer.changed());
  }

  /** Lines of whole degrees, labelled at the edges. */
  private makeGraticule(): Graticule {
    const label = () =>
      new Text({
        font: `400 11px ${FONT}`,
        fill: new Fill({ color: this.palette.country }),
        stroke: new Stroke({ color: this.palette.halo, width: 3 }),
      });
    // At the edges of what the panels leave free.
    const [top = 0, , , left = 0] = this.map.getView().padding ?? [];
    const [width = 1, height = 1] = this.map.getSize() ?? [];
    return new Graticule({
      strokeStyle: new Stroke({ color: this.palette.graticule, width: 1 }),
      wrapX: true,
      visible: false,
      showLabels: true,
      lonLabelStyle: label(),
      latLabelStyle: label(),
      lonLabelPosition: Math.max(0.5, 1 - (top + 16) / height),
      latLabelPosition: Math.min(0.9, (left + 70) / width),
      intervals: [90, 45, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01],
      zIndex: 1,
    });
  }

  private landStyle = this.makeLandStyle();

  private makeLandStyle(): Style {
    return new Style({
      fill: new Fill({ color: this.palette.land }),
      stroke: new Stroke({ color: this.palette.coast, width: 0.8 }),
    });
  }

  private async loadLand(scale: '10m' | '50m'): Promise<void> {
    const topology = inDegrees(await json<Topology>(`countries-${scale}`));
    const turn = ++this.landTurn;
    const format = new TopoJSON();
    const unnamed = this.countryNames.isEmpty();
    const all = topology.objects['countries']!.geometries;
    const isNear = meeting(topology, this.seen());
    const add = (geometries: readonly TopoGeometry[]) => {
      if (turn !== this.landTurn) {
        return; // a finer land came before all of this one was there
      }
      const countries = { type: 'GeometryCollection', geometries };
      const features = format.readFeatures({ ...topology, objects: { countries } }, MERCATOR) as Feature[];
      features.forEach(cutAtDateLine);
      this.land.addFeatures(features);
      if (unnamed) {
        this.countryNames.addFeatures(features.flatMap((feature) => countryLabel(feature)));
      }
    };
    this.land.clear(true);
    add(all.filter(isNear));
    this.follow(
      all.filter((geometry) => !isNear(geometry)),
      add,
    );
  }

  /** Events are on the map: now it may have what it is of use without. */
  more(): void {
    if (!this.waited) {
      this.waited = true;
      this.later.go();
      this.moved();
    }
  }

  private moved(): void {
    const view = this.map.getView();
    const zoom = view.getZoom() ?? 0;
    if (zoom > 4 && !this.detailed && this.waited) {
      this.detailed = true;
      this.loadDetails().catch(() => (this.detailed = false));
    }
    if (zoom > 6.5 && !this.fineLand) {
      this.fineLand = true;
      this.loadLand('10m').catch(() => (this.fineLand = false));
    }
    this.loadTowns(zoom).catch(() => undefined);
  }

  /** Rivers, lakes and the lines between divisions. The map is of use without them. */
  private async loadDetails(): Promise<void> {
    const topology = inDegrees(await json<Topology>('lines'));
    const format = new TopoJSON({ layerName: 'kind' });
    const isNear = meeting(topology, this.seen());
    for (const [kind, { geometries }] of Object.entries(topology.objects)) {
      const add = (some: readonly TopoGeometry[]) => {
        const objects = { [kind]: { type: 'GeometryCollection', geometries: some } };
        this.details.addFeatures(format.readFeatures({ ...topology, objects }, MERCATOR) as Feature[]);
      };
      add(geometries.filter(isNear));
      const rest = geometries.filter((geometry) => !isNear(geometry));
      this.later.add(...slices(rest, 10 * SLICE).map((slice) => () => add(slice)));
    }
  }

  private detailStyle(feature: FeatureLike): Style | undefined {
    const zoom = this.map.getView().getZoom() ?? 4;
    if (feature.get('kind') === 'divisions') {
      return zoom < 5.3 ? undefined : this.divisionStyle;
    }
    return zoom < 4 ? undefined : this.waterStyle;
  }

  private divisionStyle = this.makeDivisionStyle();
  private waterStyle = this.makeWaterStyle();

  private makeDivisionStyle(): Style {
    return new Style({ stroke: new Stroke({ color: this.palette.division, width: 1, lineDash: [6, 3, 1, 3] }) });
  }

  private makeWaterStyle(): Style {
    return new Style({ stroke: new Stroke({ color: this.palette.river, width: 1.2 }) });
  }

  private async loadTowns(zoom: number): Promise<void> {
    const size = this.map.getSize();
    if (!size || zoom < 4) {
      this.townNames.clear();
      this.townsAt = '';
      return;
    }
    // Boxes on a grid of a quarter of a screen, so that small moves ask for nothing new.
    const [west, south, east, north] = this.map.getView().calculateExtent(size) as [number, number, number, number];
    const sw = toLonLat([west, south]);
    const ne = toLonLat([east, north]);
    const step = 90 / 2 ** Math.floor(zoom);
    const box = [
      Math.max(-180, Math.floor(sw[0]! / step) * step),
      Math.max(-85, Math.floor(sw[1]! / step) * step),
      Math.min(180, Math.ceil(ne[0]! / step) * step),
      Math.min(85, Math.ceil(ne[1]! / step) * step),
    ];
    const at = `bbox=${box.map((degrees) => degrees.toFixed(3)).join(',')}&limit=${zoom < 5.5 ? 60 : 160}&lang=${this.language}`;
    if (at === this.townsAt) {
      return;
    }
    this.townsAt = at;
    const response = await fetch(`api/v1/towns?${at}`);
    if (!response.ok || this.townsAt !== at) {
      return;
    }
    const towns = (await response.json()) as Town[];
    this.townNames.clear(true);
    this.townNames.addFeatures(
      towns.map((town, index) => {
        const feature = new Feature({ geometry: new Point(fromLonLat([town.lon, town.lat])) });
        feature.setProperties({ name: town.name, rank: town.rank, order: index }, true);
        return feature;
      }),
    );
  }

  private lineStyle(feature: FeatureLike): Style {
    const disputed = feature.get('disputed') === true;
    const zoom = this.map.getView().getZoom() ?? 4;
    return new Style({
      stroke: new Stroke({
        color: disputed ? this.palette.disputed : this.palette.border,
        width: zoom < 4 ? 0.8 : zoom < 7 ? 1.2 : 1.6,
        ...(disputed ? { lineDash: [5, 4] } : {}),
      }),
    });
  }

  private countryStyle(feature: FeatureLike, resolution: number): Style | undefined {
    const width = (feature.get('width') as number) / resolution;
    if (width < 46) {
      return undefined;
    }
    const size = Math.max(11, Math.min(17, width / 26));
    const arabic = this.language === 'ar';
    return new Style({
      text: new Text({
        text: countryName(feature.get('iso') as string, this.language),
        font: `600 ${arabic ? size + 1 : size}px ${FONT}`,
        fill: new Fill({ color: this.palette.country }),
        stroke: new Stroke({ color: this.palette.halo, width: 3 }),
        overflow: true,
      }),
    });
  }

  private townStyle(feature: FeatureLike): Style {
    const rank = feature.get('rank') as number;
    return new Style({
      zIndex: -(feature.get('order') as number),
      image: new CircleStyle({
        radius: rank === 0 ? 3.2 : rank === 1 ? 2.4 : 1.8,
        fill: new Fill({ color: rank === 0 ? this.palette.town : this.palette.townDot }),
        stroke: new Stroke({ color: this.palette.halo, width: 1.2 }),
      }),
      text: new Text({
        text: feature.get('name') as string,
        font: `${rank === 0 ? 500 : 400} ${rank === 0 ? 13 : 12}px ${FONT}`,
        offsetY: -11,
        fill: new Fill({ color: this.palette.town }),
        stroke: new Stroke({ color: this.palette.halo, width: 3 }),
      }),
    });
  }
}

async function json<T>(name: string): Promise<T> {
  const response = await fetch(`api/v1/map/${name}.json`);
  if (!response.ok) {
    throw new Error(`base map ${name}: ${response.status}`);
  }
  return (await response.json()) as T;
}

const names: Record<string, Intl.DisplayNames> = {};

export function countryName(iso: string, language: string): string {
  const inLanguage = (names[language] ??= new Intl.DisplayNames([language], { type: 'region' }));
  try {
    return inLanguage.of(iso) ?? iso;
  } catch {
    return iso;
  }
}

/** A point well inside the largest part of a country, where its name goes. */
function countryLabel(country: Feature): Feature[] {
  const iso = country.get('iso') as string | undefined;
  const geometry = country.getGeometry();
  const parts = geometry instanceof MultiPolygon ? geometry.getPolygons() : geometry instanceof Polygon ? [geometry] : [];
  const largest = parts.reduce<Polygon | undefined>(
    (best, part) => (!best || part.getArea() > best.getArea() ? part : best),
    undefined,
  );
  if (!iso || !largest) {
    return [];
  }
  const inside = largest.getInteriorPoint().getCoordinates();
  const label = new Feature({ geometry: new Point([inside[0]!, inside[1]!]) });
  label.setProperties({ iso, width: Math.sqrt(largest.getArea()) }, true);
  return [label];
}
