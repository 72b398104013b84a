import type Feature from 'ol/Feature.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Polygon from 'ol/geom/Polygon.js';
import { WORLD } from './marsad-view';

type Ring = number[][];

const EAST = WORLD / 2;

/**
 * Countries that the date line crosses are drawn in two parts, one at either edge of the world: what goes over the line would
 * otherwise be drawn as a line back across the whole map.
 */
export function cutAtDateLine(feature: Feature): void {
  const geometry = feature.getGeometry();
  const parts = geometry instanceof MultiPolygon ? geometry.getCoordinates() : geometry instanceof Polygon ? [geometry.getCoordinates()] : [];
  if (parts.some((rings) => rings.some(jumps))) {
    feature.setGeometry(new MultiPolygon(parts.flatMap(cut)));
  }
}

const jumps = (ring: Ring): boolean => ring.some((point, i) => i > 0 && Math.abs(point[0]! - ring[i - 1]![0]!) > EAST);

/** One polygon as what of it lies in the world and what lies beyond its edges, moved to the other side. */
function cut(rings: Ring[]): Ring[][] {
  if (!rings.some(jumps)) {
    return [rings];
  }
  const whole = rings.map(unwrapped);
  return [-1, 0, 1].flatMap((world) => {
    const moved = whole.map((ring) => ring.map(([x, y]) => [x! - world * WORLD, y!]));
    const inside = moved.map((ring) => clipped(clipped(ring, 1), -1)).filter((ring) => ring.length > 3);
    return inside.length > 0 ? [inside] : [];
  });
}

/** The ring with each point as near to the one before as it can be, whatever world that is in. */
function unwrapped(ring: Ring): Ring {
  let shift = 0;
  return ring.map(([x, y], i) => {
    const step = i === 0 ? 0 : x! - ring[i - 1]![0]!;
    shift += step > EAST ? -WORLD : step < -EAST ? WORLD : 0;
    return [x! + shift, y!];
  });
}

/**
 * What lies within one edge of the world; after Sutherland and Hodgman, "Reentrant Polygon Clipping" (1974).
 *
 * @param side 1 for the eastern edge, -1 for the western
 */
function clipped(ring: Ring, side: 1 | -1): Ring {
  const result: Ring = [];
  ring.forEach((point, i) => {
    const before = ring[i - 1];
    const isIn = side * point[0]! <= EAST;
    if (before && isIn !== side * before[0]! <= EAST) {
      const share = (side * EAST - before[0]!) / (point[0]! - before[0]!);
      result.push([side * EAST, before[1]! + share * (point[1]! - before[1]!)]);
    }
    if (isIn) {
      result.push(point);
    }
  });
  const first = result[0];
  const last = result.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
    result.push(first);
  }
  return result;
}
