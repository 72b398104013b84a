import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import ScaleLine from 'ol/control/ScaleLine.js';
import Feature from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import View from 'ol/View.js';
import { BaseMap } from './marsad-basemap';
import { EventLayers, type Spot } from './marsad-events';
import { fontsReady } from './marsad-fonts';
import { mapStyles } from './marsad-map-styles';
import { DARK, LIGHT } from './marsad-palette';
import { scheme } from './marsad-scheme';
import { countOf, dateOf, say, type Texts } from './marsad-words';

/** Where a map starts when the address names no place: the Sahel. */
const HOME = [-17.2, 9.8, 9.5, 20];
const RETRY_SECONDS = [2, 4, 8, 15, 30];

type Loading = 'loading' | 'ready' | 'failed';

/**
 * The map. It is told a filter and fetches by itself what the filter shows; it tells what the user wants.
 *
 * Fires: `event-selected` {id}, `spot-selected` {ids}, `view-changed` {lat, lon, zoom}, `signed-out`.
 */
@customElement('marsad-map')
export class MarsadMap extends LitElement {
  static override styles = mapStyles;

  /** The filter as query parameters. */
  @property() filter = '';
  /** `border=…&km=…`, or empty. */
  @property() corridor = '';
  @property() language = 'en';
  /** `lat,lon,zoom`, or empty for the home view. */
  @property() at = '';
  /** Id of the selected event, or empty. */
  @property() selected = '';
  @property({ attribute: false }) texts: Texts = {};

  @state() private loading: Loading = 'loading';
  @state() private tip: { spot: Spot; x: number; y: number } | undefined;
  @state() private focused: Spot | undefined;
  @state() private spoken = '';

  @query('.map') private target!: HTMLDivElement;

  private map!: OlMap;
  private base!: BaseMap;
  private events!: EventLayers;
  private readonly corridorSource = new VectorSource();
  private corridorLayer!: VectorLayer;
  private abort: AbortController | undefined;
  private retries = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private viewTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly repaint = () => this.paint();
  private readonly back = () => this.load();
  private readonly resized = new ResizeObserver(() => this.pad());

  /** What is drawn, for tests: events, pins, clusters, areas, lines. */
  get drawn() {
    return { ...this.events.drawn, state: this.loading };
  }

  /** Where an event is on the screen, for tests. */
  pixelOf(id: number): number[] | null {
    const spot = this.events.spots().find((one) => one.events.some((event) => event.id === id));
    return spot ? this.map.getPixelFromCoordinate(spot.coordinate) : null;
  }

  override firstUpdated(): void {
    const scale = new ScaleLine({ units: 'metric', minWidth: 70 });
    this.map = new OlMap({
      target: this.target,
      controls: [scale],
      interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
      view: new View({ center: fromLonLat([-3, 15.5]), zoom: 5, minZoom: 2, maxZoom: 13, enableRotation: false }),
    });
    this.base = new BaseMap(this.map);
    this.corridorLayer = new VectorLayer({ source: this.corridorSource, zIndex: 8 });
    this.map.addLayer(this.corridorLayer);
    this.events = new EventLayers(this.map, this.base);
    this.pad();
    this.startView();
    this.paint();
    this.map.on('pointermove', (event) => this.hover(event.dragging ? undefined : event.pixel));
    this.map.on('click', (event) => {
      const spot = this.events.spotAt(event.pixel);
      if (spot) {
        this.open(spot);
      }
    });
    this.map.on('moveend', () => this.tellView());
    this.base
      .load()
      .then(() => {
        this.paint();
        this.events.reshow();
        this.markSelected(false);
      })
      .catch(() => this.failed());
    fontsReady.then(() => this.paint());
    this.load();
    this.loadCorridor(!this.at);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('marsad-scheme', this.repaint);
    window.addEventListener('online', this.back);
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('marsad-scheme', this.repaint);
    window.removeEventListener('online', this.back);
    this.resized.disconnect();
    this.abort?.abort();
    clearTimeout(this.retryTimer);
    clearTimeout(this.viewTimer);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.map || !this.hasUpdated) {
      return;
    }
    if (changed.has('language')) {
      this.paint();
    }
    if ((changed.has('filter') && changed.get('filter') !== undefined) || changed.get('language') !== undefined) {
      this.load();
    }
    if (changed.has('corridor') && changed.get('corridor') !== undefined) {
      this.loadCorridor(true);
    }
    if (changed.has('selected') && changed.get('selected') !== undefined) {
      this.markSelected(true);
    }
  }

  /** Moves to the box around all events that are shown. */
  fitEvents(): void {
    const extent = this.events.extent();
    if (extent) {
      this.map.getView().fit(extent, { duration: 350, maxZoom: 9 });
    }
  }

  /** Moves to the home view. */
  fitHome(): void {
    this.map.getView().fit(transformExtent(HOME, 'EPSG:4326', 'EPSG:3857'), { duration: 350 });
  }

  private startView(): void {
    const parts = this.at.split(',').map(Number);
    const [lat, lon, zoom] = parts;
    if (parts.length === 3 && parts.every(Number.isFinite)) {
      this.map.getView().setCenter(fromLonLat([lon!, lat!]));
      this.map.getView().setZoom(zoom!);
    } else {
      this.map.getView().fit(transformExtent(HOME, 'EPSG:4326', 'EPSG:3857'));
    }
  }

  /** The panels lie over the map: its middle is the middle of what they leave free. */
  private pad(): void {
    const style = getComputedStyle(this);
    const read = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    const start = read('--map-pad-start');
    const end = read('--map-pad-end');
    const rtl = style.direction === 'rtl';
    if (this.map) {
      this.map.getView().padding = [
        read('--map-pad-top'),
        rtl ? start : end,
        read('--map-pad-bottom'),
        rtl ? end : start,
      ];
      this.map.updateSize();
    }
  }

  private paint(): void {
    if (!this.map) {
      return;
    }
    const palette = scheme() === 'dark' ? DARK : LIGHT;
    this.target.style.background = palette.sea;
    this.base.paint(palette, this.language);
    this.events.paint(palette, this.language);
    this.corridorLayer.setStyle((feature) =>
      feature.get('line') === true
        ? [new Style({ stroke: new Stroke({ color: palette.corridorLine, width: 3 }) })]
        : [
            new Style({
              fill: new Fill({ color: palette.corridorFill }),
              stroke: new Stroke({ color: palette.corridorLine, width: 1.2, lineDash: [2, 4] }),
            }),
          ],
    );
  }

  private async load(): Promise<void> {
    if (!this.map) {
      return;
    }
    clearTimeout(this.retryTimer);
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    this.loading = 'loading';
    this.tip = this.focused = undefined;
    try {
      const response = await fetch(`api/v1/events.geojson?${join(this.filter, `lang=${this.language}`)}`, {
        signal: abort.signal,
        headers: { Accept: 'application/geo+json' },
      });
      if (response.status === 401 || response.redirected) {
        this.dispatchEvent(new CustomEvent('signed-out'));
        return;
      }
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      this.events.show(await response.json());
      this.loading = 'ready';
      this.retries = 0;
      this.markSelected(false);
      this.spoken = countOf(this.texts, this.language, this.events.size);
    } catch (error) {
      if (!abort.signal.aborted) {
        this.failed();
      }
    }
  }

  /** Keeps what is shown, says so, and tries again. */
  private failed(): void {
    this.loading = 'failed';
    const seconds = RETRY_SECONDS[Math.min(this.retries++, RETRY_SECONDS.length - 1)]!;
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => this.load(), seconds * 1000);
  }

  private async loadCorridor(move: boolean): Promise<void> {
    const asked = this.corridor;
    this.corridorSource.clear();
    if (!asked) {
      return;
    }
    const border = new URLSearchParams(asked).get('border') ?? '';
    const format = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });
    this.base.border(border).then((line) => {
      if (line && asked === this.corridor) {
        const copy = line.clone();
        copy.set('line', true);
        this.corridorSource.addFeature(copy);
      }
    });
    const outline = await fetch(`api/v1/corridor?${asked}`).catch(() => undefined);
    if (!outline?.ok) {
      return;
    }
    const area = format.readFeature(await outline.json()) as Feature;
    if (asked !== this.corridor) {
      return; // another was chosen meanwhile
    }
    this.corridorSource.addFeature(area);
    const extent = area.getGeometry()?.getExtent();
    if (extent && move) {
      this.map.getView().fit(extent, { duration: 400, maxZoom: 8 });
    }
  }

  private markSelected(move: boolean): void {
    const at = this.events.select(this.selected ? Number(this.selected) : undefined);
    if (at && move) {
      const view = this.map.getView();
      const pixel = this.map.getPixelFromCoordinate(at);
      const [width = 0, height = 0] = this.map.getSize() ?? [];
      const [top, right, bottom, left] = view.padding as [number, number, number, number];
      const seen =
        pixel && pixel[0]! > left + 30 && pixel[0]! < width - right - 30 && pixel[1]! > top + 30 && pixel[1]! < height - bottom - 30;
      if (!seen) {
        view.animate({ center: at, duration: 350 });
      }
    }
  }

  private open(spot: Spot): void {
    this.tip = undefined;
    const ids = spot.events.map((event) => event.id);
    this.dispatchEvent(
      ids.length === 1
        ? new CustomEvent('event-selected', { detail: { id: String(ids[0]) } })
        : new CustomEvent('spot-selected', { detail: { ids: ids.join(',') } }),
    );
  }

  private hover(pixel: number[] | undefined): void {
    const spot = pixel && this.events.spotAt(pixel);
    this.target.style.cursor = spot ? 'pointer' : '';
    this.tip = spot && pixel ? { spot, x: pixel[0]!, y: pixel[1]! } : undefined;
  }

  private tellView(): void {
    clearTimeout(this.viewTimer);
    this.viewTimer = setTimeout(() => {
      const view = this.map.getView();
      const center = view.getCenter();
      if (center) {
        const [lon, lat] = toLonLat(center) as [number, number];
        const at = `${lat.toFixed(4)},${lon.toFixed(4)},${(view.getZoom() ?? 0).toFixed(2)}`;
        this.dispatchEvent(new CustomEvent('view-changed', { detail: { at } }));
      }
    }, 250);
  }

  private zoom(by: number): void {
    const view = this.map.getView();
    view.animate({ zoom: (view.getZoom() ?? 5) + by, duration: 200 });
  }

  /** Enter steps into the events; arrows go from one to the nearest in that direction; Enter opens; Escape leaves. */
  private key(event: KeyboardEvent): void {
    const arrows: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const direction = arrows[event.key];
    if (event.key === 'Escape' && this.focused) {
      this.focused = this.tip = undefined;
    } else if (event.key === 'Enter' && this.focused) {
      this.open(this.focused);
    } else if (event.key === 'Enter') {
      this.focusOn(this.nearest(this.map.getPixelFromCoordinate(this.map.getView().getCenter()!), undefined));
    } else if (direction && this.focused) {
      this.focusOn(this.nearest(this.map.getPixelFromCoordinate(this.focused.coordinate), direction));
    } else if (direction) {
      const view = this.map.getView();
      const center = view.getCenter()!;
      const step = (view.getResolution() ?? 1) * 120;
      view.animate({ center: [center[0]! + direction[0] * step, center[1]! - direction[1] * step], duration: 120 });
    } else if (event.key === '+' || event.key === '=') {
      this.zoom(1);
    } else if (event.key === '-') {
      this.zoom(-1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private nearest(from: number[], direction: [number, number] | undefined): Spot | undefined {
    let best: Spot | undefined;
    let least = Infinity;
    for (const spot of this.events.spots()) {
      const [x, y] = this.map.getPixelFromCoordinate(spot.coordinate) as [number, number];
      const [dx, dy] = [x - from[0]!, y - from[1]!];
      const along = direction ? dx * direction[0] + dy * direction[1] : 0;
      const across = direction ? Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]) : Math.hypot(dx, dy);
      if (direction && along < 2) {
        continue;
      }
      const cost = along + 2 * across;
      if (cost < least) {
        least = cost;
        best = spot;
      }
    }
    return best;
  }

  private focusOn(spot: Spot | undefined): void {
    if (spot) {
      const [x, y] = this.map.getPixelFromCoordinate(spot.coordinate) as [number, number];
      this.focused = spot;
      this.tip = { spot, x, y };
      this.spoken = this.describe(spot).join(', ');
    }
  }

  private describe(spot: Spot): string[] {
    const first = spot.events[0]!;
    const where = first.label ?? '';
    if (spot.events.length > 1) {
      const types = new Map<string, number>();
      spot.events.forEach((event) => types.set(event.type, (types.get(event.type) ?? 0) + 1));
      const most = [...types].sort((one, other) => other[1] - one[1]).slice(0, 3);
      return [
        countOf(this.texts, this.language, spot.events.length),
        ...(spot.kind === 'place' ? [] : [`${this.texts[`where.${spot.kind}`] ?? ''}${where ? ` · ${where}` : ''}`]),
        most.map(([type, count]) => `${this.texts[`type.${type}`] ?? type} ${count}`).join(' · '),
      ];
    }
    return [
      this.texts[`type.${first.type}`] ?? first.type,
      where,
      dateOf(this.texts, this.language, first),
      ...(first.where > 1 ? [this.texts[`where.${first.where}`] ?? ''] : []),
      ...(first.deaths === undefined ? [] : [say(this.texts, 'deaths', String(first.deaths))]),
    ].filter((line) => line);
  }

  override render() {
    return html`
      <div
        class="map"
        tabindex="0"
        role="application"
        aria-label=${this.texts['map.label'] ?? ''}
        @keydown=${this.key}
        @pointerleave=${() => (this.tip = undefined)}
      ></div>
      <div class="progress" ?hidden=${this.loading !== 'loading'}></div>
      ${this.loading === 'failed'
        ? html`<div class="notice" role="status">
            <span>${this.texts['map.failed']}</span>
            <button type="button" @click=${() => this.load()}>${this.texts['map.retry']}</button>
          </div>`
        : nothing}
      <div class="buttons">
        <button type="button" aria-label=${this.texts['map.zoomIn'] ?? ''} title=${this.texts['map.zoomIn'] ?? ''} @click=${() => this.zoom(1)}>
          ${icon('M12 5v14M5 12h14')}
        </button>
        <button type="button" aria-label=${this.texts['map.zoomOut'] ?? ''} title=${this.texts['map.zoomOut'] ?? ''} @click=${() => this.zoom(-1)}>
          ${icon('M5 12h14')}
        </button>
        <button type="button" aria-label=${this.texts['map.fit'] ?? ''} title=${this.texts['map.fit'] ?? ''} @click=${() => this.fitEvents()}>
          ${icon('M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5')}
        </button>
        <button type="button" aria-label=${this.texts['map.home'] ?? ''} title=${this.texts['map.home'] ?? ''} @click=${() => this.fitHome()}>
          ${icon('M4 11l8-7 8 7M6 10v9h12v-9')}
        </button>
      </div>
      ${this.tip ? this.tipOf(this.tip) : nothing}
      <div class="attribution">${this.texts['map.attribution']}</div>
      <div class="visually-hidden" aria-live="polite">${this.spoken}</div>
    `;
  }

  private tipOf(tip: { spot: Spot; x: number; y: number }) {
    const [title, ...lines] = this.describe(tip.spot);
    const below = tip.y < 140;
    return html`<div
      class="tip ${below ? 'below' : ''} ${this.focused ? 'focused' : ''}"
      style="left: ${Math.max(120, Math.min(this.clientWidth - 120, tip.x))}px; top: ${tip.y}px"
    >
      <strong>${title}</strong>
      ${lines.map((line) => html`<span dir="auto">${line}</span>`)}
    </div>`;
  }
}

const icon = (path: string) =>
  html`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
    <path d=${path} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
  </svg>`;

const join = (...parts: string[]): string => parts.filter((part) => part).join('&');
