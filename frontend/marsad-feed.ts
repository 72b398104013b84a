import { fromLonLat, toLonLat } from 'ol/proj.js';
import { model, ModelView, Refused, SignedOut, type Area } from './marsad-model';
import { NONE, readTile, type Columns } from './marsad-mvt';
import { ranged, type RangeDetail } from './marsad-range';
import type { Pin, Spot, UncertainArea } from './marsad-spots';
import { FEW, Tiles } from './marsad-tiles';

export type FeedState = 'loading' | 'ready' | 'failed' | 'signed-out';

const WORLD = 2 * 20037508.342789244;
const DAY = 86_400_000;

/** While a range is brushed or played, tiles are asked for at most this often. */
const BREATH_MS = 60;
const RETRY_MS = 4000;

/** What the map shows of a filter: the tiles of what is seen, and what is known by area only. */
export class Feed {
  pins: readonly Pin[] = [];
  areas: readonly UncertainArea[] = [];
  /** The query of what was asked last, without the version. */
  query = '';
  private readonly source: Tiles;
  private readonly areasView = new ModelView();
  private areasAsked = '';
  private areasAnswer = '';
  /** The query of a filter that was found to have no areas at any time. */
  private noAreas = '';
  private tilesState: FeedState = 'loading';
  private areasState: FeedState = 'loading';
  private language = 'en';
  private last = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private areasTimer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param told what state all is in together
   * @param changed called when tiles and pins are others
   * @param areasChanged called when areas are others
   */
  constructor(
    private readonly told: (state: FeedState) => void,
    private readonly changed: () => void,
    private readonly areasChanged: () => void,
  ) {
    this.source = new Tiles(
      (state) => {
        this.tilesState = state;
        this.tell();
      },
      () => {
        this.pins = this.counted ? [] : pinsOf(this.tiles);
        this.changed();
      },
    );
  }

  get tiles(): readonly Columns[] {
    return this.source.shown.tiles;
  }

  /** Counts rather than events one by one: cells are nothing else, and thousands of symbols would hide each other. */
  get counted(): boolean {
    return this.source.shown.cells || this.inTiles > FEW;
  }

  /** Events that are shown, in counts and in areas. */
  get size(): number {
    return this.inTiles + this.areas.reduce((sum, area) => sum + area.n, 0);
  }

  private get inTiles(): number {
    return this.tiles.reduce((sum, tile) => tile.n.reduce((all, n) => all + n, sum), 0);
  }

  /** @param fine whether what is drawn is finer than numbers */
  want(filter: string, range: RangeDetail | undefined, language: string, box: readonly number[], zoom: number, fine: boolean): void {
    const query = ranged(filter, range);
    clearTimeout(this.timer);
    const wait = query === this.query ? 0 : this.last + BREATH_MS - performance.now();
    if (wait > 0) {
      this.timer = setTimeout(() => this.want(filter, range, language, box, zoom, fine), wait);
      return;
    }
    if (query !== this.query) {
      this.last = performance.now();
    }
    this.query = query;
    this.language = language;
    if (model.status && model.status.state !== 'loading') {
      this.source.want(model.versioned(query), box, zoom, fine);
      void this.loadAreas(model.versioned(query, `lang=${language}`));
    }
  }

  retry(): void {
    this.areasAsked = '';
    this.source.retry();
    if (model.status) {
      void this.loadAreas(model.versioned(this.query, `lang=${this.language}`));
    }
  }

  end(): void {
    clearTimeout(this.timer);
    clearTimeout(this.areasTimer);
    this.source.end();
    this.areasView.end();
  }

  /** The box around all that the filter shows at a place: west, north, east, south as shares of the world. */
  async extent(): Promise<readonly number[] | undefined> {
    const ask = async (as: string) => {
      const response = await model.get(`api/v1/map/tiles/0/0/0.mvt?${model.versioned(this.query, as)}`, {});
      return readTile(new Uint8Array(await response.arrayBuffer()), 0, 0, 0);
    };
    const all = await ask('');
    const { x, y, size } = all.n.reduce((sum, n) => sum + n, 0) <= FEW ? await ask('as=points') : all;
    const least = (values: Float64Array) => values.reduce((low, value) => Math.min(low, value), Infinity);
    const most = (values: Float64Array) => values.reduce((high, value) => Math.max(high, value), -Infinity);
    return size === 0 ? undefined : [least(x), least(y), most(x), most(y)];
  }

  /** The ids of events that are only counted: at most 1,000 of them. */
  async idsAt(spot: Spot, language: string): Promise<number[]> {
    let where = spot.area?.id === undefined ? '' : `spot=${spot.area.id}`;
    const params = new URLSearchParams(this.query);
    if (spot.box && !params.has('area')) {
      const lon = (x: number) => (360 * (x - 0.5)).toFixed(5);
      const lat = (y: number) => (toLonLat([0, (0.5 - y) * WORLD])[1]!).toFixed(5);
      // It is drawn around the middles of cells.
      const edge = Math.max(1e-7, this.source.shown.half);
      where = `area=box:${lon(spot.box[0] - edge)},${lat(spot.box[3] + edge)},${lon(spot.box[2] + edge)},${lat(spot.box[1] - edge)}&area-certain=only`;
    }
    const page = await model.events(`${model.versioned(this.query, where)}&lang=${language}&limit=1000`).catch(() => undefined);
    return page?.events.map((event) => event.id) ?? [];
  }

  private tell(): void {
    const states = [this.tilesState, this.areasState];
    this.told((['signed-out', 'failed', 'loading'] as const).find((state) => states.includes(state)) ?? 'ready');
  }

  private async loadAreas(query: string): Promise<void> {
    if (query === this.areasAsked) {
      return;
    }
    this.areasAsked = query;
    clearTimeout(this.areasTimer);
    const init = this.areasView.next();
    if (this.noAreas === timeless(query)) {
      // Where there are none at any time, there are none in any range.
      this.areasState = 'ready';
      this.setAreas('{"areas":[]}');
      this.tell();
      return;
    }
    this.areasState = 'loading';
    this.tell();
    try {
      const answer = await (await model.get(`api/v1/map/areas?${query}`, init)).text();
      this.areasState = 'ready';
      this.setAreas(answer);
      this.noAreas = this.areas.length === 0 && query === timeless(query) ? query : this.noAreas;
    } catch (error) {
      if (init.signal.aborted || (error instanceof Refused && error.status === 409)) {
        return;
      }
      this.areasState = error instanceof SignedOut ? 'signed-out' : 'failed';
      this.areasAsked = '';
      this.areasTimer = setTimeout(() => void this.loadAreas(query), RETRY_MS);
    }
    this.tell();
  }

  /** What says the same as before is not drawn again. */
  private setAreas(answer: string): void {
    if (answer !== this.areasAnswer) {
      this.areasAnswer = answer;
      this.areas = areasOf((JSON.parse(answer) as { areas: Area[] }).areas);
      this.areasChanged();
    }
  }
}

/** A query for events of any time. */
function timeless(query: string): string {
  const params = new URLSearchParams(query);
  ['from', 'to', 'undated'].forEach((name) => params.delete(name));
  return params.toString();
}

/** Events of tiles, one by one. */
export function pinsOf(tiles: readonly Columns[]): Pin[] {
  const pins: Pin[] = [];
  for (const tile of tiles) {
    for (let i = 0; i < tile.size; i++) {
      const start = tile.start[i]!;
      pins.push({
        at: [(tile.x[i]! - 0.5) * WORLD, (0.5 - tile.y[i]!) * WORLD],
        event: {
          id: tile.id[i]!,
          type: tile.type[i] ?? '',
          kind: tile.kind[i] ?? '',
          where: tile.where[i]!,
          ...(start === NONE ? {} : { start: new Date(start * DAY).toISOString().slice(0, 10) }),
          ...(tile.deaths[i]! < 0 ? {} : { deaths: tile.deaths[i]! }),
          ...(tile.certain[i]! < 0 ? {} : { certain: tile.certain[i] === 1 }),
        },
      });
    }
  }
  return pins;
}

export function areasOf(areas: readonly Area[]): UncertainArea[] {
  return areas.map((area) => ({
    id: area.id,
    border: area.shape === 'border' ? area.border : undefined,
    countries: area.shape === 'country' ? (area.countries ?? []) : [],
    at: fromLonLat([area.lon, area.lat]),
    km: area.km ?? 50,
    label: area.label,
    n: area.n,
    violent: area.violent,
    events: [],
  }));
}
