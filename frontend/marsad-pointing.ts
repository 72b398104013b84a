import type OlMap from 'ol/Map.js';
import type { Cluster } from './marsad-cells';
import type { CountLayer } from './marsad-counts';
import type { EventLayers } from './marsad-events';
import type { Spot } from './marsad-spots';
import { nearest } from './marsad-steps';
import { WORLD, type MapView } from './marsad-view';

const ARROWS: Readonly<Record<string, [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A spot, and where on the screen what is said of it is shown. */
export interface Pointed {
  readonly spot: Spot;
  readonly x: number;
  readonly y: number;
}

/** What of the map the pointer is over, or the keyboard has stepped to. */
export class Pointing {
  tip: Pointed | undefined;
  /** What the keyboard has stepped to. */
  focused: Spot | undefined;

  /** @param told called when another spot is pointed at, and whether by the keyboard; its card may have to be asked for */
  constructor(
    private readonly map: OlMap,
    private readonly view: MapView,
    private readonly counts: CountLayer,
    private readonly events: EventLayers,
    private readonly told: (spot: Spot, byKey: boolean) => void,
  ) {}

  clear(): void {
    this.tip = this.focused = undefined;
  }

  /** All that can be pointed at, in what is seen now. */
  spots(): Spot[] {
    const box = this.map.getView().calculateExtent(this.map.getSize());
    return [...this.counts.list().map(spotOfCluster), ...this.events.spots(box)];
  }

  spotAt(pixel: number[]): Spot | undefined {
    const cluster = this.counts.clusterAt(pixel);
    if (cluster) {
      return spotOfCluster(cluster);
    }
    const hexagon = this.counts.hexagonAt(pixel);
    return this.events.spotAt(pixel) ?? (hexagon && spotOfCluster({ ...hexagon, certain: 0 }));
  }

  /** @param pixel where the pointer is, or none where it does something else; returns whether something can be clicked there */
  hover(pixel: number[] | undefined): boolean {
    const spot = pixel && this.spotAt(pixel);
    if (!spot || !pixel) {
      this.tip = undefined;
    } else if (!this.tip || this.tip.spot.events[0]?.id !== spot.events[0]?.id || this.tip.x !== pixel[0] || this.tip.y !== pixel[1]) {
      this.tip = { spot, x: pixel[0]!, y: pixel[1]! };
      this.told(spot, false);
    }
    return spot !== undefined;
  }

  /**
   * Enter steps into the events; arrows go from one to the nearest in that direction, or move the map; plus and minus zoom.
   *
   * @return whether the key was for it
   */
  key(name: string): boolean {
    const direction = ARROWS[name];
    if (name === 'Enter') {
      this.focus(this.nearest(this.view.middle(), undefined));
    } else if (direction && this.focused) {
      this.focus(this.nearest(this.map.getPixelFromCoordinate([...this.focused.coordinate]), direction));
    } else if (direction) {
      this.view.shift(...direction);
    } else if (name === '+' || name === '=') {
      this.view.step(1);
    } else if (name === '-') {
      this.view.step(-1);
    } else {
      return false;
    }
    return true;
  }

  private nearest(from: number[], direction: [number, number] | undefined): Spot | undefined {
    return nearest(this.spots(), (spot) => this.map.getPixelFromCoordinate([...spot.coordinate]), from, direction);
  }

  private focus(spot: Spot | undefined): void {
    if (spot) {
      const [x, y] = this.map.getPixelFromCoordinate([...spot.coordinate]) as [number, number];
      this.focused = spot;
      this.tip = { spot, x, y };
      this.told(spot, true);
    }
  }
}

function spotOfCluster(cluster: Cluster): Spot {
  return {
    kind: 'place',
    coordinate: [(cluster.x - 0.5) * WORLD, (0.5 - cluster.y) * WORLD],
    count: cluster.n,
    violent: cluster.violent,
    events: [],
    box: cluster.box,
  };
}
