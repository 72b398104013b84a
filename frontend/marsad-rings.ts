import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import Cluster from 'ol/source/Cluster.js';
import { badgeRadius } from './marsad-icons';

/** How often rings are put together at most: what grew lies elsewhere, so it is looked at again. */
const PASSES = 4;

interface Ring {
  x: number;
  y: number;
  members: Feature[];
}

/** Clusters of events whose rings never lie over each other: the larger takes the smaller. */
export class Rings extends Cluster<Feature> {
  protected override cluster(): void {
    super.cluster();
    if (this.resolution) {
      this.features = apart(this.features as Feature<Point>[], this.resolution);
    }
  }
}

/** @param resolution units of the map per pixel */
function apart(features: readonly Feature<Point>[], resolution: number): Feature[] {
  let rings = features.map((feature): Ring => {
    const [x, y] = feature.getGeometry()!.getCoordinates() as [number, number];
    return { x, y, members: feature.get('features') as Feature[] };
  });
  for (let pass = 0; pass < PASSES; pass++) {
    const left = merged(rings, resolution);
    if (left.length === rings.length) {
      break;
    }
    rings = left;
  }
  return rings.map(({ x, y, members }) => new Feature({ geometry: new Point([x, y]), features: members }));
}

function merged(rings: Ring[], resolution: number): Ring[] {
  rings.sort((one, other) => other.members.length - one.members.length);
  const left: Ring[] = [];
  for (const ring of rings) {
    const over = left.find((other) => overlap(ring, other, resolution));
    if (over) {
      take(over, ring);
    } else {
      left.push(ring);
    }
  }
  return left;
}

const overlap = (one: Ring, other: Ring, resolution: number): boolean =>
  Math.hypot(one.x - other.x, one.y - other.y) < (badgeRadius(one.members.length) + badgeRadius(other.members.length)) * resolution;

function take(ring: Ring, other: Ring): void {
  const share = other.members.length / (ring.members.length + other.members.length);
  ring.x += (other.x - ring.x) * share;
  ring.y += (other.y - ring.y) * share;
  ring.members = [...ring.members, ...other.members];
}
