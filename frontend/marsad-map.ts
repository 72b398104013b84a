import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import ScaleLine from 'ol/control/ScaleLine.js';
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js';
import OlMap from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import { BaseMap } from './marsad-basemap';
import { Cards, describe } from './marsad-card';
import type { Cluster } from './marsad-cells';
import { CountLayer, MODES, type Mode } from './marsad-counts';
import { buttons, drawMenu, lookMenu, wordsWith } from './marsad-controls';
import { Corridors } from './marsad-corridor';
import { boxOf, DrawTools, type Shape } from './marsad-draw';
import { EventLayers, type Spot } from './marsad-events';
import { Feed, type FeedState } from './marsad-feed';
import { fontsReady } from './marsad-fonts';
import { drawingNotice, foot, notice, tip } from './marsad-map-parts';
import { mapStyles } from './marsad-map-styles';
import { model } from './marsad-model';
import { DARK, LIGHT, type Palette } from './marsad-palette';
import { RANGE_EVENT, type RangeDetail } from './marsad-range';
import { scheme } from './marsad-scheme';
import { nearest } from './marsad-steps';
import type { By } from './marsad-symbols';
import './marsad-table';
import { MapView, newView, WORLD, type Box } from './marsad-view';
import { countOf, type Texts } from './marsad-words';

const ARROWS: Readonly<Record<string, [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The map. It is told a filter and fetches by itself what the filter shows; it tells what the user wants.
 *
 * Fires: `event-selected` {id}, `spot-selected` {ids}, `view-changed` {lat, lon, zoom}, `look-changed` {look},
 * `area-drawn` {area}, `signed-out`.
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
  /** How things are drawn: any of heat or hexagons, actor, grid and table, with commas between. */
  @property() look = '';
  /** Id of the selected event, or empty. */
  @property() selected = '';
  @property({ attribute: false }) texts: Texts = {};

  @state() private feedState: FeedState = 'loading';
  @state() private tip: { spot: Spot; x: number; y: number } | undefined;
  @state() private focused: Spot | undefined;
  @state() private spoken = '';
  @state() private menu: '' | 'look' | 'draw' = '';
  @state() private drawing: Shape | undefined;

  @query('.map') private target!: HTMLDivElement;

  private map!: OlMap;
  private view!: MapView;
  private base!: BaseMap;
  private events!: EventLayers;
  private counts!: CountLayer;
  private tools!: DrawTools;
  private feed!: Feed;
  private readonly cards = new Cards(() => this.requestUpdate());
  private corridors!: Corridors;
  private baseTimer: ReturnType<typeof setTimeout> | undefined;
  private baseReady = false;
  private unwatch: (() => void) | undefined;
  private range: RangeDetail | undefined;
  private readonly repaint = () => this.paint();
  private readonly back = () => this.retry();
  private readonly modelTold = () => {
    this.fetch();
    this.requestUpdate();
  };
  private readonly signedOut = () => this.dispatchEvent(new CustomEvent('signed-out'));
  private readonly ranged = (event: Event) => {
    this.range = (event as CustomEvent<RangeDetail>).detail;
    this.fetch();
  };
  private readonly resized = new ResizeObserver(() => this.pad());

  /** What is drawn, for tests: events, pins, clusters, areas, lines, and how. */
  get drawn() {
    const state = this.feedState === 'ready' && !this.baseReady ? 'loading' : this.feedState;
    const counted = this.feed.counted ? this.counts.list().reduce((sum, cluster) => sum + cluster.n, 0) : 0;
    const drawn = this.events.drawn;
    return { ...drawn, events: drawn.events + counted, counted: this.feed.counted, mode: this.mode, by: this.by, query: this.feed.query, state };
  }

  /** Where an event is on the screen, for tests. */
  pixelOf(id: number): number[] | null {
    const spot = this.spots().find((one) => one.events.some((event) => event.id === id));
    return spot ? this.map.getPixelFromCoordinate([...spot.coordinate]) : null;
  }

  private get words(): string[] {
    return this.look.split(',').filter((word) => word);
  }

  private get mode(): Mode {
    return MODES.find((mode) => this.words.includes(mode)) ?? 'symbols';
  }

  private get by(): By {
    return this.words.includes('actor') ? 'actor' : 'type';
  }

  private get palette(): Palette {
    return scheme() === 'dark' ? DARK : LIGHT;
  }

  override firstUpdated(): void {
    const scale = new ScaleLine({ units: 'metric', minWidth: 70 });
    this.map = new OlMap({
      target: this.target,
      controls: [scale],
      interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
      view: newView(),
    });
    this.view = new MapView(this.map, (at) => this.dispatchEvent(new CustomEvent('view-changed', { detail: { at } })));
    this.base = new BaseMap(this.map, () => this.baseCame());
    this.corridors = new Corridors(this.map, this.base);
    this.events = new EventLayers(this.map, this.base);
    this.counts = new CountLayer(() => this.requestUpdate());
    this.map.addLayer(this.counts);
    this.tools = new DrawTools(this.map, (area) => {
      this.drawing = undefined;
      if (area) {
        this.dispatchEvent(new CustomEvent('area-drawn', { detail: { area } }));
      }
    });
    this.feed = new Feed(
      (state) => this.told(state),
      () => this.show(),
      () => this.events.showAreas(this.feed.areas),
    );
    this.pad();
    this.view.start(this.at);
    this.paint();
    this.map.on('pointermove', (event) => this.hover(event.dragging || this.tools.active ? undefined : event.pixel));
    this.map.on('click', (event) => this.pick(event.pixel));
    this.map.on('moveend', () => {
      this.view.tell();
      this.fetch();
    });
    fontsReady.then(() => this.paint());
    this.loadBase();
    this.tools.show(new URLSearchParams(this.filter).get('area') ?? '');
    void this.loadCorridor(!this.at);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('marsad-scheme', this.repaint);
    window.addEventListener('online', this.back);
    window.addEventListener(RANGE_EVENT, this.ranged);
    model.addEventListener('status', this.modelTold);
    model.addEventListener('signed-out', this.signedOut);
    this.unwatch = model.watch();
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('marsad-scheme', this.repaint);
    window.removeEventListener('online', this.back);
    window.removeEventListener(RANGE_EVENT, this.ranged);
    model.removeEventListener('status', this.modelTold);
    model.removeEventListener('signed-out', this.signedOut);
    this.unwatch?.();
    this.resized.disconnect();
    this.feed.end();
    this.view?.end();
    clearTimeout(this.baseTimer);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.map || !this.hasUpdated) {
      return;
    }
    if (changed.has('language') || changed.has('look')) {
      this.paint();
      this.show();
    }
    if (changed.get('filter') !== undefined || changed.get('language') !== undefined) {
      this.range = undefined;
      this.cards.clear();
      this.tools.show(new URLSearchParams(this.filter).get('area') ?? '');
      this.fetch();
    }
    if (changed.get('corridor') !== undefined) {
      void this.loadCorridor(true);
    }
    if (changed.get('selected') !== undefined) {
      void this.markSelected(true);
    }
  }

  /** Moves to the box around all events that are shown. */
  async fitEvents(): Promise<void> {
    const box = await this.feed.extent();
    if (box) {
      this.view.fit(box as Box);
    }
  }

  /** Moves to the home view. */
  fitHome(): void {
    this.view.home();
  }

  private pad(): void {
    this.view?.pad(getComputedStyle(this));
  }

  private paint(): void {
    if (!this.map) {
      return;
    }
    const palette = this.palette;
    this.target.style.background = palette.sea;
    this.base.paint(palette, this.language);
    this.base.showGraticule(this.words.includes('grid'));
    this.events.paint(palette, this.language, this.by);
    this.counts.paint(palette, this.language);
    this.tools.paint(palette);
    this.corridors.paint(palette);
    this.requestUpdate();
  }

  private loadBase(): void {
    clearTimeout(this.baseTimer);
    this.base
      .load()
      .then(() => {
        this.baseReady = true;
        this.baseCame();
        void this.markSelected(false);
        this.requestUpdate();
      })
      .catch(() => (this.baseTimer = setTimeout(() => this.loadBase(), 4000)));
  }

  /** Areas and corridors are drawn by the base map's shapes. */
  private baseCame(): void {
    this.events.reshow();
    this.corridors.drawLine();
  }

  /** Asks for what the filter, the range being brushed and the view now want; what is there already costs nothing. */
  private fetch(): void {
    if (!this.map) {
      return;
    }
    const box = this.view.box();
    if (box) {
      this.feed.want(this.filter, this.range, this.language, box, this.view.zoom);
    } else {
      this.map.once('postrender', () => this.fetch());
    }
  }

  private retry(): void {
    void model.poll();
    this.feed?.retry();
  }

  private told(state: FeedState): void {
    if (state === 'signed-out') {
      this.signedOut();
      return;
    }
    if (state === 'ready' && this.feedState !== 'ready') {
      this.spoken = countOf(this.texts, this.language, this.feed.size);
      void this.markSelected(false);
      // After the paint that shows them.
      requestAnimationFrame(() => setTimeout(() => this.base.more()));
    }
    this.feedState = state;
  }

  private show(): void {
    if (!this.feed) {
      return;
    }
    const counted = this.feed.counted || this.mode !== 'symbols';
    this.events.showPins(this.feed.pins);
    this.events.showSymbols(!counted);
    this.counts.show(counted ? this.feed.tiles : [], this.mode);
    this.tip = this.focused = undefined;
    this.requestUpdate();
  }

  private async loadCorridor(move: boolean): Promise<void> {
    const extent = await this.corridors.show(this.corridor);
    if (extent && move) {
      this.view.fitExtent(extent);
    }
  }

  private async markSelected(move: boolean): Promise<void> {
    const id = this.selected ? Number(this.selected) : undefined;
    let at = this.events.select(id, undefined);
    if (id !== undefined && !at) {
      const event = (await model.events(`ids=${id}&lang=${this.language}`).catch(() => undefined))?.events[0];
      const place = event?.places[0];
      if (event && String(id) === this.selected) {
        at = this.events.select(id, { lon: place?.lon ?? 999, lat: place?.lat ?? 999, border: event.border });
        at ??= place && event.wherePrecision <= 2 ? fromLonLat([place.lon, place.lat]) : undefined;
      }
    }
    if (at && move) {
      this.view.reveal(at);
    }
  }

  /** What is seen now: west, south, east and north in degrees. Past the date line longitudes go on beyond 180. */
  seen(): string {
    return this.view.seen();
  }

  /** All that can be pointed at, in what is seen now. */
  private spots(): Spot[] {
    const box = this.map.getView().calculateExtent(this.map.getSize());
    return [...this.counts.list().map(spotOfCluster), ...this.events.spots(box)];
  }

  private spotAt(pixel: number[]): Spot | undefined {
    const cluster = this.counts.clusterAt(pixel);
    if (cluster) {
      return spotOfCluster(cluster);
    }
    const hexagon = this.counts.hexagonAt(pixel);
    return this.events.spotAt(pixel) ?? (hexagon && spotOfCluster({ ...hexagon, certain: 0 }));
  }

  private pick(pixel: number[]): void {
    if (this.tools.active) {
      return;
    }
    this.menu = '';
    const spot = this.spotAt(pixel);
    if (spot) {
      void this.open(spot);
    }
  }

  /** One event is shown, several are listed; where they are many, the map comes closer first. */
  private async open(spot: Spot): Promise<void> {
    this.tip = undefined;
    const ids = spot.events.map((event) => event.id);
    if (spot.box && this.view.closer(spot.box)) {
      return;
    }
    if (ids.length === 0) {
      ids.push(...(await this.feed.idsAt(spot, this.language)));
    }
    if (ids.length > 0) {
      this.dispatchEvent(
        ids.length === 1
          ? new CustomEvent('event-selected', { detail: { id: String(ids[0]) } })
          : new CustomEvent('spot-selected', { detail: { ids: ids.join(',') } }),
      );
    }
  }

  private hover(pixel: number[] | undefined): void {
    const spot = pixel && this.spotAt(pixel);
    this.target.style.cursor = this.tools.active ? 'crosshair' : spot ? 'pointer' : '';
    if (!spot || !pixel) {
      this.tip = undefined;
    } else if (!this.tip || this.tip.spot.events[0]?.id !== spot.events[0]?.id || this.tip.x !== pixel[0] || this.tip.y !== pixel[1]) {
      this.tip = { spot, x: pixel[0]!, y: pixel[1]! };
      this.askCard(spot);
    }
  }

  private askCard(spot: Spot): void {
    const only = spot.count === 1 ? spot.events[0] : undefined;
    if (only) {
      this.cards.ask(only.id, this.language);
    }
  }

  /** Enter steps into the events; arrows go from one to the nearest in that direction; Enter opens; Escape leaves. */
  private key(event: KeyboardEvent): void {
    const direction = ARROWS[event.key];
    if (event.key === 'Escape' && (this.drawing || this.focused || this.tip)) {
      this.stopDrawing();
      this.focused = this.tip = undefined;
    } else if (event.key === 'Enter' && this.focused) {
      void this.open(this.focused);
    } else if (event.key === 'Enter') {
      this.focusOn(this.nearest(this.view.middle(), undefined));
    } else if (direction && this.focused) {
      this.focusOn(this.nearest(this.map.getPixelFromCoordinate([...this.focused.coordinate]), direction));
    } else if (direction) {
      this.view.shift(...direction);
    } else if (event.key === '+' || event.key === '=') {
      this.view.step(1);
    } else if (event.key === '-') {
      this.view.step(-1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private nearest(from: number[], direction: [number, number] | undefined): Spot | undefined {
    return nearest(this.spots(), (spot) => this.map.getPixelFromCoordinate([...spot.coordinate]), from, direction);
  }

  private focusOn(spot: Spot | undefined): void {
    if (spot) {
      const [x, y] = this.map.getPixelFromCoordinate([...spot.coordinate]) as [number, number];
      this.focused = spot;
      this.tip = { spot, x, y };
      this.askCard(spot);
      this.spoken = describe(spot, this.cards, this.texts, this.language, this.by).join(', ');
    }
  }

  private setLook(change: { readonly add?: string; readonly drop?: readonly string[] }): void {
    this.look = wordsWith(this.words, change);
    this.dispatchEvent(new CustomEvent('look-changed', { detail: { look: this.look } }));
  }

  private startDrawing(shape: Shape): void {
    this.menu = '';
    this.drawing = shape;
    this.spoken = this.texts[`draw.${shape}Hint`] ?? '';
    this.tools.start(shape);
    this.target.focus();
  }

  private stopDrawing(): void {
    this.drawing = undefined;
    this.tools.stop();
  }

  /** The keyboard's way to draw: what the panels leave free of the map becomes the area. */
  private takeExtent(): void {
    this.menu = '';
    const area = boxOf(this.map.getView().calculateExtent());
    this.dispatchEvent(new CustomEvent('area-drawn', { detail: { area } }));
  }

  override render() {
    const table = this.words.includes('table');
    return html`
      <div
        class="map"
        tabindex="0"
        role="application"
        aria-label=${this.texts['map.label'] ?? ''}
        ?inert=${table}
        @keydown=${this.key}
        @pointerleave=${() => (this.tip = undefined)}
      ></div>
      <div class="progress" ?hidden=${this.feedState !== 'loading'}></div>
      ${this.notice()}
      ${table
        ? html`<marsad-table
            .filter=${this.filter}
            .language=${this.language}
            .texts=${this.texts}
            @event-selected=${(event: CustomEvent) => this.dispatchEvent(new CustomEvent('event-selected', { detail: event.detail }))}
          ></marsad-table>`
        : nothing}
      ${this.controls(table)}
      ${table ? nothing : this.foot()}
      ${this.tip && !table
        ? tip(describe(this.tip.spot, this.cards, this.texts, this.language, this.by), this.tip.x, this.tip.y, this.clientWidth, !!this.focused)
        : nothing}
      <div class="visually-hidden" aria-live="polite">${this.spoken}</div>
    `;
  }

  private notice() {
    if (this.drawing) {
      return drawingNotice(this.texts, this.drawing, () => this.stopDrawing());
    }
    const empty = this.feedState === 'ready' && this.feed.size === 0 && this.events.drawn.events === 0;
    const state = { feed: this.feedState, away: model.away, status: model.status, empty };
    return notice(this.texts, this.language, state, () => this.retry());
  }

  private controls(table: boolean) {
    const open = (menu: 'look' | 'draw') => (this.menu = this.menu === menu ? '' : menu);
    const acts = {
      zoomIn: () => this.view.step(1),
      zoomOut: () => this.view.step(-1),
      fit: () => void this.fitEvents(),
      home: () => this.fitHome(),
      look: () => open('look'),
      draw: () => open('draw'),
      table: () => this.setLook(table ? { drop: ['table'] } : { add: 'table' }),
    };
    const key = (event: KeyboardEvent) => this.menuKey(event);
    return [
      buttons(this.texts, acts, { look: this.menu === 'look', draw: this.menu === 'draw', table }),
      this.menu === 'look' ? lookMenu(this.texts, this.mode, this.by, this.words, (change) => this.setLook(change), key) : nothing,
      this.menu === 'draw' ? drawMenu(this.texts, (shape) => this.startDrawing(shape), () => this.takeExtent(), key) : nothing,
    ];
  }

  private menuKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      const act = this.menu;
      this.menu = '';
      (this.renderRoot.querySelector(`[data-act=${act}]`) as HTMLElement | null)?.focus();
    }
  }

  private foot() {
    const drawn = this.events?.drawn;
    const params = new URLSearchParams(this.filter);
    const shown = {
      mode: this.mode,
      by: this.by,
      counted: this.feed?.counted ?? false,
      scale: this.counts?.scale ?? { classes: [], peak: 0 },
      areas: (drawn?.areas ?? 0) > 0,
      lines: (drawn?.lines ?? 0) > 0,
      corridor: this.corridor !== '',
      area: params.has('area'),
    };
    const open = this.clientWidth > 700 && (shown.mode !== 'symbols' || shown.by === 'actor');
    return foot(this.texts, this.language, shown, this.palette, open);
  }
}

function spotOfCluster(cluster: Cluster): Spot {
  return {
    kind: 'place',
    coordinate: [(cluster.x - 0.5) * WORLD, (0.5 - cluster.y) * WORLD],
    count: cluster.n,
    violent: cluster.violent,
    events: [],
    box: cluster.box,
  };
}
