import type { Spot } from './marsad-spots';

/**
 * The spot to step to with the keyboard: the nearest in a direction, for which what lies aside counts double; without a direction
 * the nearest of all.
 *
 * @param pixel where a spot is on the screen
 */
export function nearest(
  spots: readonly Spot[],
  pixel: (spot: Spot) => number[],
  from: readonly number[],
  direction: readonly [number, number] | undefined,
): Spot | undefined {
  let best: Spot | undefined;
  let least = Infinity;
  for (const spot of spots) {
    const [x, y] = pixel(spot) as [number, number];
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
