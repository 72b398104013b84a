/** What of the base map lies where, before anything is made of it: most of the world is not in sight at first. */

type Point = readonly number[];
type Nested = number | readonly Nested[];

export interface TopoGeometry {
  readonly type: string;
  readonly arcs: Nested;
}

export interface Topology {
  readonly transform?: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] } | undefined;
  readonly arcs: readonly Point[][];
  readonly objects: Readonly<Record<string, { readonly type: string; readonly geometries: readonly TopoGeometry[] }>>;
}

/** West, south, east and north in degrees. */
export type Degrees = readonly [number, number, number, number];

/** The topology with its arcs in degrees rather than in steps (TopoJSON 2.1.3 and 2.1.4). */
export function inDegrees(topology: Topology): Topology {
  const { scale, translate } = topology.transform ?? { scale: [1, 1], translate: [0, 0] };
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((step) => {
      x += step[0]!;
      y += step[1]!;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return { ...topology, transform: undefined, arcs: topology.transform ? arcs : topology.arcs };
}

/** Tells of geometries of a topology in degrees whether they may reach into a box. */
export function meeting(topology: Topology, box: Degrees): (geometry: TopoGeometry) => boolean {
  const boxes = topology.arcs.map(boxOf);
  // Of a country the box around it, not around each line: it may have all that is seen inside, and none of its lines in it.
  const around = (arcs: Nested): Degrees => (typeof arcs === 'number' ? boxes[arcs < 0 ? ~arcs : arcs]! : joined(arcs.map(around)));
  return (geometry) => meets(around(geometry.arcs), box);
}

export function lineMeets(line: readonly Point[], box: Degrees): boolean {
  return meets(boxOf(line), box);
}

function boxOf(points: readonly Point[]): Degrees {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points as readonly [number, number][]) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

const joined = (boxes: readonly Degrees[]): Degrees =>
  boxes.reduce(
    (all, one) => [Math.min(all[0], one[0]), Math.min(all[1], one[1]), Math.max(all[2], one[2]), Math.max(all[3], one[3])],
    [Infinity, Infinity, -Infinity, -Infinity],
  );

const meets = (one: Degrees, other: Degrees): boolean =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
