import type Feature from 'ol/Feature.js';
import LineString from 'ol/geom/LineString.js';
import type MultiLineString from 'ol/geom/MultiLineString.js';
import type Point from 'ol/geom/Point.js';
import type Map from 'ol/Map.js';
import type VectorSource from 'ol/source/Vector.js';
import type { BaseMap } from './marsad-basemap';
import { badgeRadius } from './marsad-icons';
import { spotOf } from './marsad-spots';

/** Where on a border its number may stand, as shares of its length: the middle first. */
const ALONG = [0.5, 0.44, 0.56, 0.38, 0.62, 0.3, 0.7, 0.22, 0.78];
/** In pixels: how far from the middle of its area a number may stand, and may even where the area is smaller. */
const FARTHEST = 56;
const NEAREST = 28;

/** Something round on the map: its middle and its radius in pixels. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A number to be put where there is room, and where it may stand, the best place first. */
export interface Wish {
  readonly r: number;
  readonly at: readonly (readonly [number, number])[];
}

/**
 * Finds for each number the first of its places where it lies over nothing; where there is none, the one where it lies over least.
 * Who comes first chooses first.
 *
 * @return which of its places each number takes
 */
export function placed(wishes: readonly Wish[], taken: readonly Disc[]): number[] {
  const discs = [...taken];
  return wishes.map(({ r, at }) => {
    let best = 0;
    let least = Infinity;
    for (let i = 0; i < at.length && least > 0; i++) {
      const [x, y] = at[i]!;
      const over = discs.reduce((sum, disc) => sum + Math.max(0, disc.r + r - Math.hypot(disc.x - x, disc.y - y)), 0);
      if (over < least) {
        least = over;
        best = i;
      }
    }
    const [x, y] = at[best]!;
    discs.push({ x, y, r });
    return best;
  });
}

/** Around a point, nearest first: itself, then eight directions at each distance up to the farthest. */
export function around([x, y]: readonly [number, number], farthest: number): [number, number][] {
  const result: [number, number][] = [[x, y]];
  for (let distance = 14; distance <= farthest; distance += 14) {
    for (let eighth = 0; eighth < 8; eighth++) {
      const angle = (eighth * Math.PI) / 4;
      result.push([x + distance * Math.cos(angle), y - distance * Math.sin(angle)]);
    }
  }
  return result;
}

/** Puts the numbers of areas and borders where they lie over no symbol and over no other number, as far as there is room. */
export class Arrangement {
  /** What else there is that they are not to lie over, in the map's pixels. */
  others: () => readonly Disc[] = () => [];
  private waiting = false;

  /** @param symbols of events at their places */
  constructor(
    private readonly map: Map,
    private readonly base: BaseMap,
    private readonly numbers: VectorSource<Feature<Point>>,
    private readonly symbols: () => Feature[],
  ) {
    map.on('moveend', () => this.arrange());
  }

  /** After the frame that draws what has changed: only then are symbols gathered for this zoom. */
  later(): void {
    if (!this.waiting) {
      this.waiting = true;
      this.map.once('postrender', () => {
        this.waiting = false;
        this.arrange();
      });
    }
  }

  private arrange(): void {
    const resolution = this.map.getView().getResolution();
    const numbers = this.numbers.getFeatures().sort((one, other) => spotOf(other)!.count - spotOf(one)!.count);
    if (!resolution || numbers.length === 0) {
      return;
    }
    const pixel = ([x, y]: readonly number[]): [number, number] => [x! / resolution, -y! / resolution];
    const wishes = numbers.map((number) => this.wish(number, resolution, pixel));
    let moved = false;
    placed(wishes, this.taken(pixel)).forEach((chosen, index) => {
      const [x, y] = wishes[index]!.at[chosen]!;
      const coordinate: [number, number] = [x * resolution, -y * resolution];
      const number = numbers[index]!;
      const point = number.getGeometry()!;
      const [left, top] = point.getCoordinates() as [number, number];
      if (Math.hypot(left - coordinate[0], top - coordinate[1]) > resolution / 4) {
        number.set('spot', { ...spotOf(number)!, coordinate }, true);
        point.setCoordinates(coordinate);
        moved = true;
      }
    });
    if (moved) {
      this.numbers.changed();
    }
  }

  private wish(number: Feature<Point>, resolution: number, pixel: (coordinate: readonly number[]) => [number, number]): Wish {
    const { area, count, kind } = spotOf(number)!;
    const line = kind === 'line' ? this.base.borderLine(area!.border!) : undefined;
    const farthest = Math.min(FARTHEST, Math.max(NEAREST, (area!.km * 1000) / resolution - badgeRadius(count)));
    const at = line ? ALONG.map((share) => pixel(along(line, share))) : around(pixel(area!.at), farthest);
    return { r: badgeRadius(count) + 1, at };
  }

  private taken(pixel: (coordinate: readonly number[]) => [number, number]): Disc[] {
    const symbols = this.symbols().map((symbol) => {
      const { coordinate, count } = spotOf(symbol)!;
      const [x, y] = pixel(coordinate);
      return { x, y, r: badgeRadius(count) };
    });
    const others = this.others().map(({ x, y, r }) => {
      const [left, top] = pixel(this.map.getCoordinateFromPixel([x, y]));
      return { x: left, y: top, r };
    });
    return [...symbols, ...others];
  }
}

/** A point of the longest part of a line. */
export function along(geometry: MultiLineString | LineString, share: number): number[] {
  const parts = geometry instanceof LineString ? [geometry] : geometry.getLineStrings();
  const longest = parts.reduce((best, part) => (part.getLength() > best.getLength() ? part : best));
  return longest.getCoordinateAt(share);
}
