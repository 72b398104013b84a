import { dateFormat } from './marsad-formats';
import type { TimeCounts } from './marsad-model';

export type Unit = 'day' | 'week' | 'month';

const DAY = 86_400_000;
/** At least so many bars, or a handful would be as broad as doors. */
const LEAST = 24;

/** Days in bars of one unit. A bar has a number: 0 is the first that is drawn. */
export class Bins {
  static readonly NONE = new Bins('month', 0, 0, 0, 0);

  private constructor(
    readonly unit: Unit,
    /** Months since the year 0, or days since 1970-01-01, of the first bar. */
    private readonly origin: number,
    readonly count: number,
    /** Bars drawn before the first that holds anything. */
    readonly missing: number,
    readonly most: number,
  ) {}

  static of(time: TimeCounts): Bins {
    if (!time.first || time.count.length === 0) {
      return Bins.NONE;
    }
    const missing = Math.max(0, LEAST - time.count.length);
    const origin = time.unit === 'month' ? monthOf(time.first) : dayOf(time.first);
    const most = time.count.reduce((high, value) => Math.max(high, value), 0);
    return new Bins(time.unit, origin - missing * length(time.unit), time.count.length + missing, missing, most);
  }

  /** Day or week, where months are so few that bars of it have room. */
  finerUnit(room: number): 'day' | 'week' | undefined {
    const months = this.count - this.missing;
    if (months === 0 || months > 60) {
      return undefined;
    }
    return months <= 4 && months * 31 <= room ? 'day' : months <= 24 && months * 4.5 <= room ? 'week' : undefined;
  }

  /** The bar that a day lies in, which may be none that is drawn. */
  at(day: string): number {
    const value = this.unit === 'month' ? monthOf(day) : dayOf(day);
    return Math.floor((value - this.origin) / length(this.unit));
  }

  firstDay(bin: number): string {
    const value = this.origin + bin * length(this.unit);
    return this.unit === 'month' ? firstOf(value) : isoOf(value);
  }

  lastDay(bin: number): string {
    return isoOf(dayOf(this.firstDay(bin + 1)) - 1);
  }

  name(bin: number, locale: string): string {
    const month: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
    const day: Intl.DateTimeFormatOptions = { ...month, month: 'short', day: 'numeric' };
    const format = dateFormat(locale, this.unit === 'month' ? month : day);
    const first = new Date(this.firstDay(bin));
    return this.unit === 'week' ? format.formatRange(first, new Date(this.lastDay(bin))) : format.format(first);
  }

  /** Bars that a year or a month begins in, with its name: at most so many. */
  ticks(room: number, locale: string): [number, string][] {
    const first = monthOf(this.firstDay(0));
    const last = monthOf(this.lastDay(this.count - 1));
    const months = [1, 2, 3, 6, 12, 24, 60, 120].find((step) => (last - first + 1) / step <= room) ?? 240;
    const format = dateFormat(locale, { month: 'short', year: '2-digit' });
    const result: [number, string][] = [];
    for (let month = Math.ceil(first / months) * months; month <= last; month += months) {
      const at = this.at(firstOf(month));
      if (at >= 0) {
        result.push([at, months >= 12 ? String(month / 12) : format.format(new Date(firstOf(month)))]);
      }
    }
    return result;
  }
}

const length = (unit: Unit): number => (unit === 'week' ? 7 : 1);

/** Months since the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const firstOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

const dayOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);

const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
