import { model, ModelView, Refused, SignedOut } from './marsad-model';
import { readTile, type Columns } from './marsad-mvt';

/** Up to so many events in view, each is drawn by itself. */
export const FEW = 2000;
const KEPT = 120;
const FINEST = 20;
const RETRY_SECONDS = [1, 2, 4, 8, 15, 30];

interface Want {
  readonly query: string;
  readonly as: '' | 'points';
  readonly z: number;
  /** Columns and rows, first and last. */
  readonly range: readonly [number, number, number, number];
}

/** What the tiles of a view hold. */
export interface Shown {
  readonly cells: boolean;
  readonly tiles: readonly Columns[];
  readonly z: number;
}

/**
 * Fetches the tiles of what is seen. What was shown stays until all of the new is there, so that nothing flashes; only when
 * the map is moved do tiles appear as they come. Where few events are seen, each is asked for by itself.
 */
export class Tiles {
  shown: Shown = { cells: true, tiles: [], z: 0 };
  private readonly kept = new Map<string, Columns>();
  private readonly coming = new Map<string, Promise<void>>();
  private readonly view = new ModelView();
  private wanted: Want | undefined;
  private shownQuery = '';
  private retries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private few: { query: string; range: Want['range']; z: number } | undefined;

  /**
   * @param told called when it begins to wait, has all, or was refused
   * @param changed called when `shown` is another
   */
  constructor(
    private readonly told: (state: 'loading' | 'ready' | 'failed' | 'signed-out') => void,
    private readonly changed: () => void,
  ) {}

  /**
   * @param box west, north, east, south as shares of the world from its north-west corner
   * @param zoom of the view; a screen has about as many cells as every third of its pixels
   */
  want(query: string, box: readonly number[], zoom: number): void {
    const z = Math.max(0, Math.min(FINEST, Math.floor(zoom + 0.01) - 1));
    const side = 2 ** z;
    const at = (share: number) => Math.max(0, Math.min(side - 1, Math.floor(share * side)));
    const range = [at(box[0]!), at(box[1]!), at(box[2]!), at(box[3]!)] as const;
    const same = this.wanted?.query === query && this.wanted.z === z;
    if (same && this.wanted!.range.every((bound, index) => bound === range[index])) {
      return;
    }
    if (!same) {
      this.view.next();
      this.coming.clear();
    }
    this.ask({ query, as: this.isFew(query, z, range) ? 'points' : '', z, range });
  }

  /** Asks again for what failed. */
  retry(): void {
    if (this.wanted) {
      this.ask(this.wanted);
    }
  }

  end(): void {
    clearTimeout(this.timer);
    this.view.end();
  }

  private isFew(query: string, z: number, range: Want['range']): boolean {
    const few = this.few;
    if (!few || few.query !== query || few.z > z) {
      return false;
    }
    const scale = 2 ** (z - few.z);
    return (
      range[0] >= few.range[0] * scale &&
      range[1] >= few.range[1] * scale &&
      range[2] < (few.range[2] + 1) * scale &&
      range[3] < (few.range[3] + 1) * scale
    );
  }

  private ask(want: Want): void {
    this.wanted = want;
    clearTimeout(this.timer);
    const missing = keys(want).filter((key) => !this.kept.has(key));
    if (missing.length === 0) {
      this.settle();
      return;
    }
    this.told('loading');
    if (this.shownQuery === want.query && this.shown.z === want.z && this.shown.cells === (want.as === '')) {
      this.show(want);
    }
    for (const key of missing) {
      if (!this.coming.has(key)) {
        const promise = this.fetch(key, this.view.same()).finally(() => {
          if (this.coming.get(key) === promise) {
            this.coming.delete(key);
          }
        });
        this.coming.set(key, promise);
      }
    }
  }

  private async fetch(key: string, init: RequestInit & { signal: AbortSignal }): Promise<void> {
    const [place, as, query] = key.split(' ', 3) as [string, string, string];
    const [z, column, row] = place.split('/').map(Number) as [number, number, number];
    try {
      const response = await model.get(`api/v1/map/tiles/${place}.mvt?${[query, as && `as=${as}`].filter((part) => part).join('&')}`, init);
      this.keep(key, readTile(new Uint8Array(await response.arrayBuffer()), z, column, row));
      this.retries = 0;
    } catch (error) {
      if (init.signal.aborted || (error instanceof Refused && error.status === 409)) {
        return; // nobody waits for it any more
      }
      if (error instanceof SignedOut) {
        this.told('signed-out');
        return;
      }
      const seconds = error instanceof Refused && error.retryAfter > 0 ? error.retryAfter : RETRY_SECONDS[Math.min(this.retries, 5)]!;
      this.retries++;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.retry(), seconds * 1000);
      this.told(error instanceof Refused && error.status === 503 ? 'loading' : 'failed');
      return;
    }
    const want = this.wanted;
    if (want && !init.signal.aborted) {
      if (keys(want).every((one) => this.kept.has(one))) {
        this.settle();
      } else if (this.shownQuery === want.query && this.shown.z === want.z) {
        this.show(want);
      }
    }
  }

  /** All is there: shows it, or asks for the events one by one where they are few. */
  private settle(): void {
    const want = this.wanted!;
    const tiles = keys(want).flatMap((key) => this.kept.get(key) ?? []);
    const events = tiles.reduce((sum, tile) => tile.n.reduce((all, n) => all + n, sum), 0);
    if (want.as === '' && events <= FEW && tiles.some((tile) => tile.cells && tile.size > 0)) {
      this.few = { query: want.query, range: want.range, z: want.z };
      this.ask({ ...want, as: 'points' });
      return;
    }
    this.show(want);
    this.told('ready');
  }

  private show(want: Want): void {
    const tiles = keys(want).flatMap((key) => this.kept.get(key) ?? []);
    this.shown = { cells: tiles.some((tile) => tile.cells && tile.size > 0), tiles, z: want.z };
    this.shownQuery = want.query;
    this.changed();
  }

  private keep(key: string, columns: Columns): void {
    this.kept.set(key, columns);
    if (this.kept.size > KEPT) {
      const wanted = new Set(this.wanted ? keys(this.wanted) : []);
      for (const old of this.kept.keys()) {
        if (this.kept.size <= KEPT / 2) {
          break;
        }
        if (!wanted.has(old)) {
          this.kept.delete(old);
        }
      }
    }
  }
}

/** Tiles by place, kind and query: the query holds no blank. */
function keys(want: Want): string[] {
  const result: string[] = [];
  for (let row = want.range[1]; row <= want.range[3]; row++) {
    for (let column = want.range[0]; column <= want.range[2]; column++) {
      result.push(`${want.z}/${column}/${row} ${want.as} ${want.query}`);
    }
  }
  return result;
}
