const STEP_MS = 500;

/** Moves a window, or the end of one that grows, from bar to bar. */
export class Playback {
  playing = false;
  /** The last bar of the window. */
  at = 0;
  private bounds: readonly [number, number] | undefined;
  private wide = 0;
  private step = STEP_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param told called when the window is another, or has ended */
  constructor(private readonly told: () => void) {}

  /** First and last bar that are shown, or none when nothing is played. */
  get window(): [number, number] | undefined {
    return this.bounds && [this.wide === 0 ? this.bounds[0] : Math.max(this.bounds[0], this.at - this.wide + 1), this.at];
  }

  /**
   * Begins, or goes on after a pause.
   *
   * @param bounds first and last bar
   * @param wide bars of the window; 0 for all up to then
   */
  play(bounds: readonly [number, number], wide: number, speed: number): void {
    if (!this.bounds || this.at >= this.bounds[1]) {
      this.bounds = bounds;
      this.wide = wide;
      this.at = bounds[0] + Math.max(0, wide - 1);
    }
    this.playing = true;
    this.speed(speed);
    this.told();
    this.next();
  }

  pause(): void {
    this.playing = false;
    clearTimeout(this.timer);
  }

  speed(times: number): void {
    this.step = STEP_MS / times;
  }

  stop(): void {
    const was = this.bounds;
    this.pause();
    this.bounds = undefined;
    if (was) {
      this.told();
    }
  }

  private next(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.bounds || this.at >= this.bounds[1]) {
        this.pause();
      } else {
        this.at++;
        this.next();
      }
      this.told();
    }, this.step);
  }
}
