import { dateFormat, numberFormat, pluralRules } from './marsad-formats';

/** The words of an element in the language of the interface, as the server gives them. */
export type Texts = Readonly<Record<string, string>>;

/** Western digits in Arabic, and days before months in English, as the server writes them. */
export const locale = (language: string): string => ({ ar: 'ar-u-nu-latn', en: 'en-GB' })[language] ?? language;

/** The text of a key, with {n} and {0} … put in. */
export function say(texts: Texts, key: string, ...values: readonly string[]): string {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '');
}

/** "12 events" by the plural rules of the language; the server gives one text a category. */
export function countOf(texts: Texts, language: string, count: number): string {
  const category = pluralRules(language).select(count);
  const text = texts[`events.${category}`] ?? texts['events.other'] ?? '{0}';
  return text.replace('{0}', numberFormat(locale(language)).format(count));
}

/** A date no more precise than it is known. */
export function dateOf(
  texts: Texts,
  language: string,
  event: { readonly start: string | null; readonly end: string | null; readonly datePrecision: string },
): string {
  if (!event.start || !event.end) {
    return texts['undated'] ?? '';
  }
  const start = new Date(`${event.start}T00:00:00Z`);
  const end = new Date(`${event.end}T00:00:00Z`);
  const coarse = event.datePrecision === 'year' || event.datePrecision === 'month';
  const options: Intl.DateTimeFormatOptions =
    event.datePrecision === 'year'
      ? { year: 'numeric' }
      : coarse
        ? { year: 'numeric', month: 'long' }
        : { year: 'numeric', month: 'long', day: 'numeric' };
  const format = dateFormat(locale(language), options);
  return event.start === event.end || coarse ? format.format(start) : format.formatRange(start, end);
}
