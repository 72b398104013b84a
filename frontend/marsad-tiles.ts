import { model, ModelView, Refused, SignedOut } from './marsad-model';
import { readTile, type Columns } from './marsad-mvt';

/** Up to so many events in view, each is drawn by itself. */
export const FEW = 2000;
/** Of a tile's side. */
const CELLS = 256;
const CELLS_COARSE = 64;
const KEPT = 120;
const FINEST = 20;
const RETRY_SECONDS = [1, 2, 4, 8, 15, 30];

interface Want {
  readonly query: string;
  /** Cells for heat and hexagons, coarse ones for numbers, or events one by one. */
  readonly as: '' | 'coarse' | 'points';
  readonly z: number;
  /** Columns and rows, first and last. */
  readonly range: readonly [number, number, number, number];
}

/** What the tiles of a view hold. */
export interface Shown {
  readonly cells: boolean;
  /** Half the side of a cell, as a share of the world; 0 where there are none. */
  readonly half: number;
  readonly tiles: readonly Columns[];
  readonly z: number;
}

/**
 * Fetches the tiles of what is seen. What was shown stays until all of the new is there, so that nothing flashes; only when
 * the map is moved do tiles appear as they come. Where few events are seen, each is asked for by itself.
 */
export class Tiles {
  shown: Shown = { cells: true, half: 0, tiles: [], z: 0 };
  private readonly kept = new Map<string, Columns>();
  private readonly coming = new Map<string, Promise<void>>();
  private readonly view = new ModelView();
  private wanted: Want | undefined;
  private fine = false;
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
   * @param zoom of the view
   * @param fine whether a screen is to have about as many cells as every third of its pixels; else every twelfth
   */
  want(query: string, box: readonly number[], zoom: number, fine: boolean): void {
    const z = Math.max(0, Math.min(FINEST, Math.floor(zoom + 0.01) - 1));
    const side = 2 ** z;
    const at = (share: number) => Math.max(0, Math.min(side - 1, Math.floor(share * side)));
    const range = [at(box[0]!), at(box[1]!), at(box[2]!), at(box[3]!)] as const;
    const same = this.wanted?.query === query && this.wanted.z === z && this.fine === fine;
    if (same && this.wanted!.range.every((bound, index) => bound === range[index])) {
      return;
    }
    if (!same) {
      this.view.next();
      this.coming.clear();
    }
    this.fine = fine;
    this.ask({ query, as: this.isFew(query, z, range) ? 'points' : fine ? '' : 'coarse', z, range });
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
    if (this.shownQuery === want.query && this.shown.z === want.z && this.shown.cells === (want.as !== 'points')) {
      this.show(want);
    }
    const asked = missing.filter((key) => !this.coming.has(key));
    const block = blockOf(asked.map(placeOf));
    for (const part of block ? [asked] : asked.map((key) => [key])) {
      if (part.length > 0) {
        const promise = this.fetch(part, block, want, this.view.same()).finally(() => {
          part.filter((key) => this.coming.get(key) === promise).forEach((key) => this.coming.delete(key));
        });
        part.forEach((key) => this.coming.set(key, promise));
      }
    }
  }

  /** @param keys of one tile, or of all of a block, row by row */
  private async fetch(keys: readonly string[], block: Block | undefined, want: Want, init: RequestInit & { signal: AbortSignal }): Promise<void> {
    const query = [want.query, want.as && `as=${want.as}`].filter((part) => part).join('&');
    try {
      const address = block ? `${want.z}/${block[0]}-${block[2]}/${block[1]}-${block[3]}.mvts` : `${placeOf(keys[0]!).join('/')}.mvt`;
      const response = await model.get(`api/v1/map/tiles/${address}?${query}`, init);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const tiles = block ? framed(bytes) : [bytes];
      keys.forEach((key, index) => this.keep(key, readTile(tiles[index]!, ...placeOf(key))));
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
    this.came(init.signal);
  }

  private came(signal: AbortSignal): void {
    const want = this.wanted;
    if (want && !signal.aborted) {
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
    if (want.as !== 'points' && events <= FEW && tiles.some((tile) => tile.cells && tile.size > 0)) {
      this.few = { query: want.query, range: want.range, z: want.z };
      this.ask({ ...want, as: 'points' });
      return;
    }
    this.show(want);
    this.told('ready');
  }

  private show(want: Want): void {
    const tiles = keys(want).flatMap((key) => this.kept.get(key) ?? []);
    const cells = tiles.some((tile) => tile.cells && tile.size > 0);
    this.shown = { cells, half: cells ? 2 ** -want.z / (want.as === 'coarse' ? CELLS_COARSE : CELLS) / 2 : 0, tiles, z: want.z };
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

type Place = [z: number, column: number, row: number];
/** Columns and rows, first and last. */
type Block = readonly [number, number, number, number];

const MOST_IN_BLOCK = 64;

const placeOf = (key: string): Place => key.slice(0, key.indexOf(' ')).split('/').map(Number) as Place;

/** The block that tiles fill without a gap, if they are several and do. */
function blockOf(places: readonly Place[]): Block | undefined {
  const columns = places.map(([, column]) => column);
  const rows = places.map(([, , row]) => row);
  const block = [Math.min(...columns), Math.min(...rows), Math.max(...columns), Math.max(...rows)] as const;
  const count = (block[2] - block[0] + 1) * (block[3] - block[1] + 1);
  return places.length > 1 && count === places.length && count <= MOST_IN_BLOCK ? block : undefined;
}

/** What a block's answer holds: each tile after its length. */
function framed(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + view.getUint32(at, true);
    parts.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return parts;
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
