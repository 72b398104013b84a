import type { Columns } from './marsad-mvt';

/**
 * What counts are drawn as, gathered from the rows of tiles. Positions are shares of the world. All is laid on grids that stand
 * still in the world at each whole level of zoom: moving the map changes no figure, and zooming in splits what was one.
 */
export interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly n: number;
  readonly violent: number;
  /** Of use only where a corridor or an area is chosen. */
  readonly certain: number;
  /** West, north, east, south. */
  readonly box: readonly [number, number, number, number];
}

export interface Hexagon {
  readonly x: number;
  readonly y: number;
  readonly n: number;
  readonly violent: number;
  readonly box: readonly [number, number, number, number];
}

interface Sum {
  n: number;
  violent: number;
  certain: number;
  x: number;
  y: number;
  box: [number, number, number, number];
}

const WORLD_PX = 256;
const CLUSTER_PX = 58;
/** How often numbers are put together at most: after three hardly any lie over each other. */
const PASSES = 4;
/** From the middle to a corner. */
export const HEXAGON_PX = 15;

/** @param apart how far two discs must be apart, in pixels, given their counts */
export function clusters(tiles: readonly Columns[], level: number, apart: (n: number) => number): Cluster[] {
  const side = Math.ceil((WORLD_PX * 2 ** level) / CLUSTER_PX);
  const sums = new Map<number, Sum>();
  for (const tile of tiles) {
    for (let i = 0; i < tile.size; i++) {
      const x = tile.x[i]!;
      const y = tile.y[i]!;
      const key = Math.floor(y * side) * side + Math.floor(x * side);
      const n = tile.n[i]!;
      const sum = sums.get(key);
      if (sum) {
        sum.n += n;
        sum.violent += tile.violent[i]!;
        sum.certain += tile.certain[i]!;
        sum.x += x * n;
        sum.y += y * n;
        widen(sum.box, x, y);
      } else {
        sums.set(key, { n, violent: tile.violent[i]!, certain: tile.certain[i]!, x: x * n, y: y * n, box: [x, y, x, y] });
      }
    }
  }
  return apartOf([...sums.values()], side, WORLD_PX * 2 ** level, apart).map((sum) => ({ ...sum, x: sum.x / sum.n, y: sum.y / sum.n }));
}

/** Discs that would lie over each other become one, the larger taking the smaller. What grew lies elsewhere, so it is looked at again. */
function apartOf(sums: Sum[], side: number, world: number, apart: (n: number) => number): Sum[] {
  let left = sums;
  for (let pass = 0; pass < PASSES; pass++) {
    left.sort((one, other) => other.n - one.n);
    const cells = new Map<number, Sum[]>();
    for (const sum of left) {
      const key = cellOf(sum, side);
      const cell = cells.get(key);
      cell ? cell.push(sum) : cells.set(key, [sum]);
    }
    const gone = new Set<Sum>();
    for (const sum of left) {
      if (gone.has(sum)) {
        continue;
      }
      const key = cellOf(sum, side);
      for (const step of [-side - 1, -side, -side + 1, -1, 0, 1, side - 1, side, side + 1]) {
        for (const other of cells.get(key + step) ?? []) {
          if (other !== sum && !gone.has(other) && other.n <= sum.n && overlap(sum, other, world, apart)) {
            gone.add(other);
            take(sum, other);
          }
        }
      }
    }
    left = left.filter((sum) => !gone.has(sum));
    if (gone.size === 0) {
      break;
    }
  }
  return left;
}

/** The cell that the middle of its events is in. */
const cellOf = (sum: Sum, side: number): number => Math.floor((sum.y / sum.n) * side) * side + Math.floor((sum.x / sum.n) * side);

const overlap = (one: Sum, other: Sum, world: number, apart: (n: number) => number): boolean =>
  world * Math.hypot(other.x / other.n - one.x / one.n, other.y / other.n - one.y / one.n) < apart(one.n) + apart(other.n);

function take(sum: Sum, other: Sum): void {
  sum.n += other.n;
  sum.violent += other.violent;
  sum.certain += other.certain;
  sum.x += other.x;
  sum.y += other.y;
  widen(sum.box, other.box[0], other.box[1]);
  widen(sum.box, other.box[2], other.box[3]);
}

function widen(box: [number, number, number, number], x: number, y: number): void {
  box[0] = Math.min(box[0], x);
  box[1] = Math.min(box[1], y);
  box[2] = Math.max(box[2], x);
  box[3] = Math.max(box[3], y);
}

/** Pointy-top hexagons; after Red Blob Games, "Hexagonal Grids" (axial coordinates, cube rounding). */
export function hexagons(tiles: readonly Columns[], level: number): Hexagon[] {
  const size = HEXAGON_PX / (WORLD_PX * 2 ** level);
  const sums = new Map<number, { q: number; r: number; n: number; violent: number }>();
  for (const tile of tiles) {
    for (let i = 0; i < tile.size; i++) {
      const x = tile.x[i]! / size;
      const y = tile.y[i]! / size;
      const [q, r] = rounded((Math.sqrt(3) / 3) * x - y / 3, (2 / 3) * y);
      const key = r * 2 ** 26 + q + 2 ** 25;
      const sum = sums.get(key);
      if (sum) {
        sum.n += tile.n[i]!;
        sum.violent += tile.violent[i]!;
      } else {
        sums.set(key, { q, r, n: tile.n[i]!, violent: tile.violent[i]! });
      }
    }
  }
  return [...sums.values()].map(({ q, r, n, violent }) => {
    const x = size * Math.sqrt(3) * (q + r / 2);
    const y = size * 1.5 * r;
    return { x, y, n, violent, box: [x - size, y - size, x + size, y + size] };
  });
}

function rounded(q: number, r: number): [number, number] {
  const s = -q - r;
  const [a, b, c] = [Math.round(q), Math.round(r), Math.round(s)];
  const [da, db, dc] = [Math.abs(a - q), Math.abs(b - r), Math.abs(c - s)];
  return da > db && da > dc ? [-b - c, b] : db > dc ? [a, -a - c] : [a, b];
}

/** Up to five classes of like size between bounds of 1, 2 and 5: the first number of each. */
export function classes(counts: readonly number[]): number[] {
  const sorted = [...counts].sort((one, other) => one - other);
  const result = [1];
  for (const share of [0.35, 0.6, 0.8, 0.94]) {
    const bound = nice(sorted[Math.floor(share * sorted.length)] ?? 1);
    if (bound > result.at(-1)!) {
      result.push(bound);
    }
  }
  return result;
}

/** The least of 1, 2, 5, 10, 20 … that is not below. */
export function nice(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((step) => step * ten).find((step) => step >= value) ?? value;
}
