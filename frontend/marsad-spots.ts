import Feature from 'ol/Feature.js';
import type { FeatureLike } from 'ol/Feature.js';
import type Geometry from 'ol/geom/Geometry.js';
import Point from 'ol/geom/Point.js';

/** An event as the map knows it. */
export interface MapEvent {
  readonly id: number;
  readonly type: string;
  /** Of its first perpetrator, else of its first actor; see gazetteer/actors.csv. */
  readonly kind?: string;
  /** UCDP where_prec, 1 to 7. */
  readonly where: number;
  /** First day. */
  readonly start?: string;
  readonly deaths?: number;
  readonly certain?: boolean;
}

/** An event at a place known to 25 km or better; an event at two places is two of these. */
export interface Pin {
  readonly event: MapEvent;
  /** In Web Mercator. */
  readonly at: readonly number[];
}

/** Events of which only an area or a border is known. */
export interface UncertainArea {
  /** What the server calls it, or none. */
  readonly id: number | undefined;
  readonly border: string | undefined;
  readonly countries: readonly string[];
  readonly at: readonly number[];
  readonly km: number;
  readonly label: string;
  readonly n: number;
  readonly violent: number;
  /** Of these, where known one by one. */
  readonly events: readonly MapEvent[];
}

/** Events that are drawn as one thing: a cluster of places, an area, a border's line. */
export interface Spot {
  readonly kind: 'place' | 'area' | 'line';
  readonly coordinate: readonly number[];
  readonly count: number;
  readonly violent: number;
  readonly events: readonly MapEvent[];
  readonly area?: UncertainArea;
  /** Of a count, what it counts lies in: west, north, east, south as shares of the world. */
  readonly box?: readonly [number, number, number, number];
}

export function spotFeature<G extends Geometry>(geometry: G, spot: Spot): Feature<G> {
  const feature = new Feature<G>();
  feature.setGeometry(geometry);
  feature.set('spot', spot, true);
  return feature;
}

/** What a drawn feature stands for. */
export function spotOf(feature: FeatureLike): Spot | undefined {
  const members = feature.get('features') as Feature<Point>[] | undefined;
  if (!members) {
    return feature.get('spot') as Spot | undefined;
  }
  const geometry = feature.getGeometry();
  const events = members.map((member) => member.get('event') as MapEvent);
  return {
    kind: 'place',
    coordinate: geometry instanceof Point ? geometry.getCoordinates() : [],
    count: events.length,
    violent: events.filter((event) => event.type === 'ASSAULT').length,
    events,
  };
}
