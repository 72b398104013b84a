/** Formats of numbers and days, each made once: making one takes longer than all that a frame draws by it. */
const numbers: Record<string, Intl.NumberFormat> = {};
const dates: Record<string, Intl.DateTimeFormat> = {};
const plurals: Record<string, Intl.PluralRules> = {};

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  (numbers[locale + JSON.stringify(options)] ??= new Intl.NumberFormat(locale, options));

/** Days are those of UTC, unless the options say otherwise. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  (dates[locale + JSON.stringify(options)] ??= new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));

export const pluralRules = (locale: string): Intl.PluralRules => (plurals[locale] ??= new Intl.PluralRules(locale));
