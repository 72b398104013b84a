import type { FrameState } from 'ol/Map.js';
import VectorLayer from 'ol/layer/Vector.js';

/**
 * A layer that is often empty, and then has no canvas: an empty one would still be copied with each frame, a third of what a
 * machine without a graphics card spends on one. It is prepared all the same, so that what it held is found at no pixel any more.
 */
export class SparseLayer extends VectorLayer {
  override render(frame: FrameState | null, target: HTMLElement): HTMLElement | null {
    const drawn = super.render(frame, target);
    return this.getSource()?.isEmpty() ? null : drawn;
  }
}
