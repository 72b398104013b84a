import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import ScaleLine from 'ol/control/ScaleLine.js';
import { boundingExtent, type Extent } from 'ol/extent.js';
import Feature from 'ol/Feature.js';
import LineString from 'ol/geom/LineString.js';
import Point from 'ol/geom/Point.js';
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js';
import Translate from 'ol/interaction/Translate.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import View from 'ol/View.js';
import { BaseMap } from './marsad-basemap';
import { button } from './marsad-controls';
import { fontsReady } from './marsad-fonts';
import { FONT } from './marsad-icons';
import { mapStyles } from './marsad-map-styles';
import { DARK, LIGHT, type Palette } from './marsad-palette';
import { scheme } from './marsad-scheme';
import type { Texts } from './marsad-words';

const HOME = [-17.2, 9.8, 9.5, 20];
/** Degrees. */
const REGION = 12;

/** A place to be seen, and to be picked. Longitude and latitude are degrees. */
interface PlaceSpot {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly kind: 'found' | 'near' | 'namesake' | 'suggested';
  /** A number to be shown with it, or empty. */
  readonly label: string;
}

interface Pin {
  readonly lon: number;
  readonly lat: number;
  readonly name: string;
  readonly movable: boolean;
  /** Where it was before it is moved. */
  readonly was?: readonly number[];
}

/** An event where it is and where it would be; [longitude, latitude], null for nowhere. */
interface Effect {
  readonly id: number;
  readonly fate: 'moved' | 'appeared' | 'merged' | 'vanished' | 'corrected';
  readonly from?: readonly number[];
  readonly to?: readonly number[];
}

/**
 * The map of the gazetteer's pages: places, the one that is edited as a pin that can be dragged, and events before and after
 * an edit. Fires `place-picked` {id}, `spot-clicked` {lon, lat} and `pin-moved` {lon, lat}.
 */
@customElement('marsad-place-map')
export class MarsadPlaceMap extends LitElement {
  static override styles = [
    mapStyles,
    css`
      .key {
        position: absolute;
        inset-block-end: 10px;
        inset-inline-end: 12px;
        display: flex;
        flex-wrap: wrap;
        gap: 3px 12px;
        max-inline-size: calc(100% - 150px);
        padding: 5px 10px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--m-surface) 90%, transparent);
        font-size: 12px;
        color: var(--m-text-soft);
      }
      .key[hidden] {
        display: none;
      }
      .key span {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
      .key svg {
        flex: none;
      }
    `,
  ];

  @property() language = 'en';
  @property({ attribute: false }) texts: Texts = {};
  @property({ attribute: false }) spots: readonly PlaceSpot[] = [];
  @property({ attribute: false }) pin: Pin | null = null;
  @property({ attribute: false }) effects: readonly Effect[] = [];
  /** Whenever it changes, the map moves to what is to be seen. */
  @property() fit = '';

  @query('.map') private target!: HTMLDivElement;

  private map: OlMap | undefined;
  private base!: BaseMap;
  private readonly spotSource = new VectorSource();
  private readonly effectSource = new VectorSource();
  private readonly pinSource = new VectorSource();
  private readonly pinFeature = new Feature<Point>();
  private readonly wasFeature = new Feature<LineString>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly repaint = () => this.paint();
  private readonly resized = new ResizeObserver(() => this.map?.updateSize());

  private get palette(): Palette {
    return scheme() === 'dark' ? DARK : LIGHT;
  }

  /** What is drawn, for tests. */
  get drawn() {
    const at = this.pinFeature.getGeometry();
    return {
      spots: this.spotSource.getFeatures().length,
      effects: this.effects.length,
      pin: this.pin && at ? toLonLat(at.getCoordinates()) : null,
      pixel: this.pin && at ? (this.map?.getPixelFromCoordinate(at.getCoordinates()) ?? null) : null,
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('marsad-scheme', this.repaint);
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('marsad-scheme', this.repaint);
    this.resized.disconnect();
    clearTimeout(this.timer);
  }

  override firstUpdated(): void {
    const map = new OlMap({
      target: this.target,
      controls: [new ScaleLine({ units: 'metric', minWidth: 60 })],
      interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
      view: new View({ center: fromLonLat([-4, 15]), zoom: 5, minZoom: 2, maxZoom: 16, enableRotation: false }),
    });
    this.map = map;
    this.base = new BaseMap(map, () => undefined);
    map.getView().fit(transformExtent(HOME, 'EPSG:4326', 'EPSG:3857'));
    // Drawn on the way too: else what lies outside the view before it moves is not to be seen until it has come to rest.
    const moving = { updateWhileAnimating: true, updateWhileInteracting: true };
    map.addLayer(new VectorLayer({ source: this.spotSource, style: (spot) => this.spotStyle(spot as Feature), zIndex: 10, declutter: 'spots', ...moving }));
    map.addLayer(new VectorLayer({ source: this.effectSource, style: (one) => this.effectStyle(one as Feature), zIndex: 11, ...moving }));
    const pins = new VectorLayer({ source: this.pinSource, style: (one) => this.pinStyle(one as Feature), zIndex: 12 });
    map.addLayer(pins);
    const drag = new Translate({ layers: [pins], filter: (feature) => feature === this.pinFeature && this.pin?.movable === true, hitTolerance: 12 });
    drag.on('translating', () => this.drawWas());
    drag.on('translateend', () => this.told('pin-moved', this.pinFeature.getGeometry()!.getCoordinates()));
    map.addInteraction(drag);
    map.on('click', (event) => this.clicked(event.pixel, event.coordinate));
    map.on('pointermove', (event) => {
      const hit = map.hasFeatureAtPixel(event.pixel, { hitTolerance: 6, layerFilter: (layer) => (layer.getZIndex() ?? 0) >= 10 });
      this.target.style.cursor = hit ? 'pointer' : '';
    });
    fontsReady.then(() => this.paint());
    this.loadBase();
    this.draw();
    this.paint();
    this.move(false);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.map) {
      return;
    }
    if (changed.has('spots') || changed.has('pin') || changed.has('effects')) {
      this.draw();
    }
    if (changed.has('language')) {
      this.paint();
    }
    if (changed.get('fit') !== undefined) {
      this.move(true);
    }
  }

  private loadBase(): void {
    this.base.load().then(() => this.base.more()).catch(() => (this.timer = setTimeout(() => this.loadBase(), 4000)));
  }

  private paint(): void {
    if (this.map) {
      this.target.style.background = this.palette.sea;
      this.base.paint(this.palette, this.language);
      [this.spotSource, this.effectSource, this.pinSource].forEach((source) => source.changed());
      this.requestUpdate();
    }
  }

  private draw(): void {
    this.spotSource.clear(true);
    this.spotSource.addFeatures(
      this.spots.map((spot) => {
        const feature = new Feature(new Point(fromLonLat([spot.lon, spot.lat])));
        feature.set('spot', spot, true);
        return feature;
      }),
    );
    this.effectSource.clear(true);
    this.effectSource.addFeatures(this.effects.flatMap((effect) => effectFeatures(effect)));
    this.pinSource.clear(true);
    if (this.pin) {
      this.pinFeature.setGeometry(new Point(fromLonLat([this.pin.lon, this.pin.lat])));
      this.pinFeature.set('pin', this.pin, true);
      this.drawWas();
      this.pinSource.addFeatures([this.wasFeature, this.pinFeature]);
    }
  }

  /** The way from where the place was. */
  private drawWas(): void {
    const was = this.pin?.was;
    const at = this.pinFeature.getGeometry();
    this.wasFeature.setGeometry(was && at ? new LineString([fromLonLat([was[0]!, was[1]!]), at.getCoordinates()]) : undefined);
  }

  /** The best of what was found, and what is not in another part of the world: sounds alike are found everywhere. */
  private regionOfTheFirst(): readonly PlaceSpot[] {
    const first = this.spots[0];
    return first === undefined
      ? []
      : this.spots.filter((spot) => Math.abs(spot.lon - first.lon) <= REGION && Math.abs(spot.lat - first.lat) <= REGION);
  }

  private move(smoothly: boolean): void {
    const points = [
      ...(this.pin ? [[this.pin.lon, this.pin.lat]] : []),
      ...(this.pin && this.effects.length === 0 ? [] : this.regionOfTheFirst().map((spot) => [spot.lon, spot.lat])),
      ...this.effects.flatMap((effect) => [effect.from, effect.to].filter((at) => at != null)),
    ].map((at) => fromLonLat([at[0]!, at[1]!]));
    if (points.length > 0 && this.map) {
      const extent: Extent = boundingExtent(points);
      this.map.updateSize();
      this.map.getView().fit(extent, { maxZoom: points.length === 1 ? 9 : 11, padding: [56, 64, 56, 64], duration: smoothly ? 350 : 0 });
    }
  }

  private clicked(pixel: number[], coordinate: number[]): void {
    const found = this.map!.forEachFeatureAtPixel(pixel, (feature) => feature.get('spot') as PlaceSpot | undefined, { hitTolerance: 8 });
    if (found) {
      this.dispatchEvent(new CustomEvent('place-picked', { detail: { id: found.id } }));
    } else if (this.pin?.movable) {
      this.told('pin-moved', coordinate);
    }
  }

  private told(what: string, at: number[]): void {
    const [lon, lat] = toLonLat(at);
    const detail = { lon: Number(lon!.toFixed(5)), lat: Number(lat!.toFixed(5)) };
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  private label(text: string, bold: boolean, offset: number): Text {
    return new Text({
      text,
      font: `${bold ? 600 : 500} 12px ${FONT}`,
      offsetY: offset,
      fill: new Fill({ color: this.palette.town }),
      stroke: new Stroke({ color: this.palette.halo, width: 3.5 }),
    });
  }

  private spotStyle(feature: Feature): Style[] {
    const spot = feature.get('spot') as PlaceSpot;
    const accent = this.palette.corridorLine;
    const solid = spot.kind === 'found' || spot.kind === 'suggested';
    const disc = new CircleStyle({
      radius: spot.label ? 10 : solid ? 6.5 : 5.5,
      fill: new Fill({ color: solid ? accent : this.palette.casing }),
      stroke: new Stroke({ color: solid ? this.palette.casing : accent, width: 2, ...(spot.kind === 'namesake' ? { lineDash: [3, 3] } : {}) }),
    });
    const styles = [new Style({ image: disc, text: this.label(spot.name, false, spot.label ? 20 : 16) })];
    if (spot.label) {
      styles.push(
        new Style({ text: new Text({ text: spot.label, font: `600 11px ${FONT}`, fill: new Fill({ color: this.palette.casing }) }) }),
      );
    }
    return styles;
  }

  private pinStyle(feature: Feature): Style[] {
    if (feature === this.wasFeature) {
      const line = this.wasFeature.getGeometry();
      return [
        new Style({ stroke: new Stroke({ color: this.palette.selected, width: 1.5, lineDash: [5, 5] }) }),
        ...(line
          ? [
              new Style({
                geometry: new Point(line.getFirstCoordinate()),
                image: new CircleStyle({ radius: 5, fill: new Fill({ color: this.palette.casing }), stroke: new Stroke({ color: this.palette.selected, width: 1.5 }) }),
              }),
            ]
          : []),
      ];
    }
    const pin = feature.get('pin') as Pin;
    const orange = this.palette.dark ? '#f0703a' : '#c2410c';
    return [
      new Style({
        image: new CircleStyle({
          radius: pin.movable ? 11 : 8,
          fill: new Fill({ color: orange }),
          stroke: new Stroke({ color: this.palette.casing, width: 3 }),
        }),
        text: this.label(pin.name, true, pin.movable ? 22 : 18),
      }),
      new Style({ image: new CircleStyle({ radius: 3, fill: new Fill({ color: this.palette.casing }) }) }),
    ];
  }

  private effectColor(fate: Effect['fate']): string {
    const dark = this.palette.dark;
    switch (fate) {
      case 'appeared':
        return dark ? '#3fbf9f' : '#0b7a62';
      case 'vanished':
      case 'merged':
        return dark ? '#f0703a' : '#c2410c';
      default:
        return dark ? '#62b0ee' : '#2272b4';
    }
  }

  private effectStyle(feature: Feature): Style {
    const color = this.effectColor(feature.get('fate') as Effect['fate']);
    const part = feature.get('part') as 'from' | 'to' | 'way' | 'tip';
    if (part === 'way') {
      return new Style({ stroke: new Stroke({ color, width: 2, lineDash: [7, 5] }) });
    }
    if (part === 'tip') {
      return new Style({
        image: new RegularShape({ points: 3, radius: 6, rotation: feature.get('rotation') as number, fill: new Fill({ color }) }),
      });
    }
    return new Style({
      image: new CircleStyle({
        radius: part === 'to' ? 7 : 6,
        fill: new Fill({ color: part === 'to' ? color : this.palette.casing }),
        stroke: new Stroke({ color: part === 'to' ? this.palette.casing : color, width: 2.5 }),
      }),
    });
  }

  private zoom(by: number): void {
    const view = this.map!.getView();
    view.animate({ zoom: (view.getZoom() ?? 5) + by, duration: 150 });
  }

  override render() {
    const dot = (fill: string, stroke: string) =>
      html`<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="4.6" fill=${fill} stroke=${stroke} stroke-width="2" /></svg>`;
    const entry = (key: string, fill: string, stroke: string) => html`<span>${dot(fill, stroke)}${this.texts[key] ?? ''}</span>`;
    const fates = new Set(this.effects.map((effect) => effect.fate));
    const has = (...some: Effect['fate'][]) => some.some((fate) => fates.has(fate));
    const casing = this.palette.casing;
    const blue = this.effectColor('moved');
    return html`
      <div class="map" tabindex="0" role="application" aria-label=${this.texts['places.label'] ?? ''}></div>
      <div class="buttons">
        ${button(this.texts, 'zoomIn', () => this.zoom(1))} ${button(this.texts, 'zoomOut', () => this.zoom(-1))}
      </div>
      <div class="key" ?hidden=${fates.size === 0}>
        ${has('moved', 'corrected') ? [entry('places.before', casing, blue), entry('places.after', blue, casing)] : ''}
        ${has('appeared') ? entry('places.appeared', this.effectColor('appeared'), casing) : ''}
        ${has('vanished', 'merged') ? entry('places.vanished', casing, this.effectColor('vanished')) : ''}
      </div>
    `;
  }
}

function effectFeatures(effect: Effect): Feature[] {
  const from = effect.from ? fromLonLat([effect.from[0]!, effect.from[1]!]) : undefined;
  const to = effect.to ? fromLonLat([effect.to[0]!, effect.to[1]!]) : undefined;
  const make = (part: string, geometry: Point | LineString) => {
    const feature = new Feature<Point | LineString>(geometry);
    feature.setProperties({ part, fate: effect.fate });
    return feature as Feature;
  };
  const features: Feature[] = [];
  if (from && to && (from[0] !== to[0] || from[1] !== to[1])) {
    features.push(make('way', new LineString([from, to])));
    const tip = make('tip', new Point([(from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2]));
    tip.set('rotation', Math.PI / 2 - Math.atan2(to[1]! - from[1]!, to[0]! - from[0]!));
    features.push(tip);
  }
  if (from) {
    features.push(make('from', new Point(from)));
  }
  if (to) {
    features.push(make('to', new Point(to)));
  }
  return features;
}
