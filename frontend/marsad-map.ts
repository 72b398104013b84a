import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import ScaleLine from 'ol/control/ScaleLine.js';
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js';
import OlMap from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import { BaseMap } from './marsad-basemap';
import { Cards, describe } from './marsad-card';
import { CountLayer, MODES, type Mode } from './marsad-counts';
import { wordsWith, type LookChange } from './marsad-controls';
import { Corridors } from './marsad-corridor';
import { DrawTools } from './marsad-draw';
import { EventLayers } from './marsad-events';
import { Feed, type FeedState } from './marsad-feed';
import { fontsReady } from './marsad-fonts';
import { drawingNotice, foot, notice, tip } from './marsad-map-parts';
import { mapStyles } from './marsad-map-styles';
import { model } from './marsad-model';
import { DARK, LIGHT, type Palette } from './marsad-palette';
import { Pointing } from './marsad-pointing';
import { RANGE_EVENT, type RangeDetail } from './marsad-range';
import { scheme } from './marsad-scheme';
import type { Spot } from './marsad-spots';
import type { By } from './marsad-symbols';
import './marsad-table';
import { Tools } from './marsad-tools';
import { MapView, newView, type Box } from './marsad-view';
import { countOf, type Texts } from './marsad-words';

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
  @state() private spoken = '';

  @query('.map') private target!: HTMLDivElement;
  @query('.ground') private groundTarget!: HTMLDivElement;

  /** Events, and what is drawn of the filter. */
  private map!: OlMap;
  /** The land under it, seen by the same view: it is not drawn again when only events change. */
  private ground!: OlMap;
  private grounded = false;
  private view!: MapView;
  private base!: BaseMap;
  private events!: EventLayers;
  private counts!: CountLayer;
  private draw!: DrawTools;
  private tools!: Tools;
  private pointing!: Pointing;
  private feed!: Feed;
  private readonly cards = new Cards(() => this.requestUpdate());
  private corridors!: Corridors;
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
  /** As told by the browser: asking it makes it lay out the page at once. */
  private width = 0;
  private readonly resized = new ResizeObserver(([entry]) => {
    this.width = entry?.contentRect.width ?? 0;
    this.pad();
    this.requestUpdate();
  });

  /** What is drawn, for tests: events, pins, clusters, areas, lines, and how. */
  get drawn() {
    const state = this.feedState === 'ready' && !this.base.ready ? 'loading' : this.feedState;
    const counted = this.feed.counted ? this.counts.list().reduce((sum, cluster) => sum + cluster.n, 0) : 0;
    const drawn = this.events.drawn;
    return { ...drawn, events: drawn.events + counted, counted: this.feed.counted, mode: this.mode, by: this.by, query: this.feed.query, state };
  }

  /** Where an event is on the screen, for tests. */
  pixelOf(id: number): number[] | null {
    const spot = this.pointing.spots().find((one) => one.events.some((event) => event.id === id));
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
    this.ground = new OlMap({ target: this.groundTarget, controls: [], interactions: [], view: this.map.getView() });
    this.view = new MapView(this.map, (at) => this.dispatchEvent(new CustomEvent('view-changed', { detail: { at } })));
    this.base = new BaseMap(this.ground, () => this.baseCame());
    this.corridors = new Corridors(this.map, this.base);
    this.events = new EventLayers(this.map, this.base);
    this.counts = new CountLayer(this.map, this.ground, () => this.requestUpdate());
    this.events.arrangement.others = () => this.counts.discs();
    this.draw = new DrawTools(this.map, (area) => this.drew(area));
    this.tools = new Tools(this.view, this.draw, {
      changed: () => this.requestUpdate(),
      look: (change) => this.setLook(change),
      area: (area) => this.drew(area),
      fit: () => void this.fitEvents(),
      drawing: (hint) => {
        this.spoken = hint;
        this.target.focus();
      },
    });
    this.pointing = new Pointing(this.map, this.view, this.counts, this.events, (spot, byKey) => this.pointedAt(spot, byKey));
    this.feed = new Feed(
      (state) => this.told(state),
      () => this.show(),
      () => this.events.showAreas(this.feed.areas),
    );
    this.pad();
    this.view.start(this.at);
    this.paint();
    this.map.on('pointermove', (event) => this.hover(event.dragging || this.draw.active ? undefined : event.pixel));
    this.map.on('click', (event) => this.pick(event.pixel));
    this.map.on('moveend', () => {
      this.view.tell();
      this.fetch();
    });
    fontsReady.then(() => this.paint());
    this.base.start();
    this.draw.show(new URLSearchParams(this.filter).get('area') ?? '');
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
    this.base?.end();
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.map || !this.hasUpdated) {
      return;
    }
    if (changed.has('language') || changed.has('look')) {
      this.paint();
      this.show();
      this.fetch();
    }
    if (changed.get('filter') !== undefined || changed.get('language') !== undefined) {
      this.range = undefined;
      this.cards.clear();
      this.draw.show(new URLSearchParams(this.filter).get('area') ?? '');
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
    this.ground?.updateSize();
    this.view?.pad(getComputedStyle(this));
  }

  private paint(): void {
    if (!this.map) {
      return;
    }
    const palette = this.palette;
    this.groundTarget.style.background = palette.sea;
    this.base.paint(palette, this.language);
    this.base.showGraticule(this.words.includes('grid'));
    this.events.paint(palette, this.language, this.by);
    this.counts.paint(palette, this.language);
    this.draw.paint(palette);
    this.corridors.paint(palette);
    this.requestUpdate();
  }

  /** Areas and corridors are drawn by the base map's shapes. */
  private baseCame(): void {
    this.events.reshow();
    this.corridors.drawLine();
    if (this.base.ready && !this.grounded) {
      this.grounded = true;
      void this.markSelected(false);
      this.requestUpdate();
    }
  }

  /** Asks for what the filter, the range being brushed and the view now want; what is there already costs nothing. */
  private fetch(): void {
    if (!this.map) {
      return;
    }
    const box = this.view.box();
    if (box) {
      this.feed.want(this.filter, this.range, this.language, box, this.view.zoom, this.mode !== 'symbols');
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
    this.pointing.clear();
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

  private pick(pixel: number[]): void {
    if (this.draw.active) {
      return;
    }
    this.tools.closeMenu();
    const spot = this.pointing.spotAt(pixel);
    if (spot) {
      void this.open(spot);
    }
  }

  /** One event is shown, several are listed; where they are many, the map comes closer first. */
  private async open(spot: Spot): Promise<void> {
    this.pointing.tip = undefined;
    this.requestUpdate();
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
    const before = this.pointing.tip;
    const found = this.pointing.hover(pixel);
    this.target.style.cursor = this.draw.active ? 'crosshair' : found ? 'pointer' : '';
    if (before !== this.pointing.tip) {
      this.requestUpdate();
    }
  }

  private pointedAt(spot: Spot, byKey: boolean): void {
    const only = spot.count === 1 ? spot.events[0] : undefined;
    if (only) {
      this.cards.ask(only.id, this.language);
    }
    if (byKey) {
      this.spoken = describe(spot, this.cards, this.texts, this.language, this.by).join(', ');
    }
    this.requestUpdate();
  }

  /** Enter opens what was stepped to, Escape leaves; the rest is stepping. */
  private key(event: KeyboardEvent): void {
    const focused = this.pointing.focused;
    if (event.key === 'Escape' && (this.tools.drawing || focused || this.pointing.tip)) {
      this.tools.stopDrawing();
      this.pointing.clear();
    } else if (event.key === 'Enter' && focused) {
      void this.open(focused);
    } else if (!this.pointing.key(event.key)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private setLook(change: LookChange): void {
    this.look = wordsWith(this.words, change);
    this.dispatchEvent(new CustomEvent('look-changed', { detail: { look: this.look } }));
  }

  /** @param area that was drawn, or none where the drawing enclosed nothing */
  private drew(area: string | undefined): void {
    this.tools.stopDrawing();
    if (area) {
      this.dispatchEvent(new CustomEvent('area-drawn', { detail: { area } }));
    }
  }

  override render() {
    const table = this.words.includes('table');
    return html`
      <div class="ground" aria-hidden="true"></div>
      <div
        class="map"
        tabindex="0"
        role="application"
        aria-label=${this.texts['map.label'] ?? ''}
        ?inert=${table}
        @keydown=${this.key}
        @pointerleave=${() => this.hover(undefined)}
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
      ${this.tools?.render({ texts: this.texts, words: this.words, mode: this.mode, by: this.by })}
      ${table ? nothing : this.foot()}
      ${table ? nothing : this.tip()}
      <div class="visually-hidden" aria-live="polite">${this.spoken}</div>
    `;
  }

  private tip() {
    const at = this.pointing?.tip;
    return at
      ? tip(describe(at.spot, this.cards, this.texts, this.language, this.by), at.x, at.y, this.width, !!this.pointing.focused)
      : nothing;
  }

  private notice() {
    if (this.tools?.drawing) {
      return drawingNotice(this.texts, this.tools.drawing, () => this.tools.stopDrawing());
    }
    const empty = this.feedState === 'ready' && this.feed.size === 0 && this.events.drawn.events === 0;
    const state = { feed: this.feedState, away: model.away, status: model.status, empty };
    return notice(this.texts, this.language, state, () => this.retry());
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
    const open = this.width > 700 && (shown.mode !== 'symbols' || shown.by === 'actor');
    return foot(this.texts, this.language, shown, this.palette, open);
  }
}
