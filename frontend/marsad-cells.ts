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
  return joined(sums, side, WORLD_PX * 2 ** level, apart);
}

/** Neighbours whose discs would lie over each other become one, the larger taking the smaller. */
function joined(sums: Map<number, Sum>, side: number, world: number, apart: (n: number) => number): Cluster[] {
  const order = [...sums].sort((one, other) => other[1].n - one[1].n);
  const gone = new Set<number>();
  for (const [key, sum] of order) {
    if (gone.has(key)) {
      continue;
    }
    const [x, y, r] = [sum.x / sum.n, sum.y / sum.n, apart(sum.n)];
    for (const step of [-side - 1, -side, -side + 1, -1, 1, side - 1, side, side + 1]) {
      const other = gone.has(key + step) ? undefined : sums.get(key + step);
      if (other && other !== sum && other.n <= sum.n) {
        const distance = world * Math.hypot(other.x / other.n - x, other.y / other.n - y);
        if (distance < r + apart(other.n)) {
          gone.add(key + step);
          sum.n += other.n;
          sum.violent += other.violent;
          sum.certain += other.certain;
          sum.x += other.x;
          sum.y += other.y;
          widen(sum.box, other.box[0], other.box[1]);
          widen(sum.box, other.box[2], other.box[3]);
        }
      }
    }
  }
  return order
    .filter(([key]) => !gone.has(key))
    .map(([, sum]) => ({ ...sum, x: sum.x / sum.n, y: sum.y / sum.n }));
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
