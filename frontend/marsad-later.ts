/** Work that can wait: done piece by piece between what the page does for its reader, from when it is let go on. */
export class Later {
  private readonly pieces: (() => void)[] = [];
  private going = false;
  private waiting = false;

  add(...pieces: (() => void)[]): void {
    this.pieces.push(...pieces);
    this.next();
  }

  go(): void {
    this.going = true;
    this.next();
  }

  private next(): void {
    if (!this.going || this.waiting || this.pieces.length === 0) {
      return;
    }
    this.waiting = true;
    const run = () => {
      this.waiting = false;
      this.pieces.shift()!();
      this.next();
    };
    if ('requestIdleCallback' in window) {
      requestIdleCallback(run, { timeout: 500 });
    } else {
      setTimeout(run, 20);
    }
  }
}

/** @param size of each slice but the last, which may be smaller */
export function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
