/**
 * The timeline tells the map of a range while it is brushed or played, past the server, which learns of it when it is settled.
 */
export const RANGE_EVENT = 'marsad-range';

/** First and last day, or empty for no bound; `undated` is false while time is played. */
export interface RangeDetail {
  readonly from: string;
  readonly to: string;
  readonly undated: boolean;
}

export function tellRange(detail: RangeDetail): void {
  window.dispatchEvent(new CustomEvent<RangeDetail>(RANGE_EVENT, { detail }));
}

/** A filter's query with another range, its parameters in one order, so that one meaning is one address. */
export function ranged(filter: string, range: RangeDetail | undefined): string {
  const params = new URLSearchParams(filter);
  if (range) {
    params.delete('from');
    params.delete('to');
    if (range.from) {
      params.set('from', range.from);
    }
    if (range.to) {
      params.set('to', range.to);
    }
    if (!range.undated) {
      params.set('undated', 'no');
    }
  }
  params.sort();
  return params.toString();
}
