/** The map's HTTP interface (docs/api.md), as the elements of the page use it together. */

export interface Status {
  readonly version: string;
  readonly state: 'loading' | 'ready' | 'stale';
  readonly events: number;
  readonly loaded: number;
  readonly asOf: string;
  readonly staleSeconds: number;
  readonly first: string | null;
  readonly last: string | null;
}

export interface Area {
  readonly id: number;
  readonly shape: 'circle' | 'border' | 'country';
  readonly border?: string;
  readonly countries?: readonly string[];
  readonly lon: number;
  readonly lat: number;
  readonly km?: number;
  readonly where: number;
  readonly label: string;
  readonly n: number;
  readonly violent: number;
  readonly certain?: number;
}

export interface TimeCounts {
  readonly unit: 'day' | 'week' | 'month';
  readonly first: string | null;
  readonly count: readonly number[];
  readonly violent: readonly number[];
  readonly coarser: number;
  readonly undated: number;
}

/** An event as lists and cards show it. */
export interface EventSummary {
  readonly id: number;
  readonly plover: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly datePrecision: string;
  readonly wherePrecision: number;
  readonly border: string | null;
  readonly places: readonly { readonly name: string; readonly lat: number; readonly lon: number }[];
  readonly actors: readonly { readonly name: string; readonly role: string }[];
  readonly deaths: { readonly low: number | null; readonly best: number | null; readonly high: number | null } | null;
  readonly headline: string | null;
}

export interface Page {
  readonly total: number;
  readonly next?: string | null;
  readonly events: readonly EventSummary[];
}

/** The session ended. */
export class SignedOut extends Error {}

/** The answer came, but not with what was asked for. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly retryAfter: number,
  ) {
    super(`answered ${status}`);
  }
}

const POLL_MS = 2000;

/**
 * One for the page. It asks once every two seconds what the server's model is; `status` tells of changes, `away` that the server
 * does not answer.
 */
class Model extends EventTarget {
  status: Status | undefined;
  away = false;
  private users = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins to watch; call what is returned to end it. */
  watch(): () => void {
    if (this.users++ === 0) {
      void this.poll();
    }
    return () => {
      if (--this.users === 0) {
        clearTimeout(this.timer);
      }
    };
  }

  /** Asks now rather than at the next beat. */
  async poll(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const response = await this.get('api/v1/map/status', {});
      const status = (await response.json()) as Status;
      const before = this.status;
      this.away = false;
      this.status = status;
      if (JSON.stringify(before) !== JSON.stringify(status)) {
        this.dispatchEvent(new Event('status'));
      }
    } catch (error) {
      if (error instanceof SignedOut) {
        this.dispatchEvent(new Event('signed-out'));
        return;
      }
      this.away = true;
      this.dispatchEvent(new Event('status'));
    }
    if (this.users > 0) {
      // A tab that nobody sees asks rarely.
      this.timer = setTimeout(() => void this.poll(), document.hidden ? 10 * POLL_MS : POLL_MS);
    }
  }

  /** A query with the version, so that browsers may keep the answer, and that of another version is another. */
  versioned(...queries: string[]): string {
    const version = this.status?.version;
    return [...queries, version ? `v=${encodeURIComponent(version)}` : ''].filter((part) => part).join('&');
  }

  async events(query: string, signal?: AbortSignal): Promise<Page> {
    return (await (await this.get(`api/v1/map/events?${query}`, signal ? { signal } : {})).json()) as Page;
  }

  /** Throws SignedOut, Refused, what fetch throws, or an abort. */
  async get(address: string, init: RequestInit): Promise<Response> {
    const response = await fetch(address, init);
    if (response.status === 401 || response.redirected) {
      throw new SignedOut();
    }
    if (!response.ok) {
      throw new Refused(response.status, Number(response.headers.get('Retry-After') ?? 0));
    }
    return response;
  }
}

export const model = new Model();

let views = 0;

/** One thing that is looked at: each new request of it gives up those before, here and on the server. */
export class ModelView {
  private readonly id = `${Math.random().toString(36).slice(2, 10)}-${views++}`;
  private turn = 0;
  private abort = new AbortController();

  /** Gives up what is under way; returns how to ask from now on. */
  next(): RequestInit & { signal: AbortSignal } {
    this.abort.abort();
    this.abort = new AbortController();
    this.turn++;
    return this.same();
  }

  /** As before, without giving up anything. */
  same(): RequestInit & { signal: AbortSignal } {
    return { signal: this.abort.signal, headers: { 'Marsad-View': `${this.id};${this.turn}` } };
  }

  end(): void {
    this.abort.abort();
  }
}
