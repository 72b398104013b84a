import type { Spot } from './marsad-spots';
import { model, type EventSummary } from './marsad-model';
import { familiesOf, familyIndex, type By } from './marsad-symbols';
import { countOf, dateOf, say, type Texts } from './marsad-words';

/** What is known of events beyond what tiles carry, asked for when a card or a voice needs it. */
export class Cards {
  private readonly known = new Map<number, EventSummary>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param told called when more is known */
  constructor(private readonly told: () => void) {}

  clear(): void {
    this.known.clear();
  }

  find(id: number): EventSummary | undefined {
    return this.known.get(id);
  }

  /** Asks for an event, unless the pointer moves on at once. */
  ask(id: number, language: string): void {
    clearTimeout(this.timer);
    if (!this.known.has(id)) {
      this.timer = setTimeout(() => void this.fetch(id, language), 60);
    }
  }

  private async fetch(id: number, language: string): Promise<void> {
    const found = await model.events(`ids=${id}&lang=${language}`).catch(() => undefined);
    found?.events.forEach((event) => this.known.set(event.id, event));
    if (found) {
      this.told();
    }
  }
}

/** A spot in words, the first being its title. */
export function describe(spot: Spot, cards: Cards, texts: Texts, language: string, by: By): string[] {
  const first = spot.events[0];
  const label = spot.area?.label ?? '';
  const kind = spot.kind === 'place' ? '' : (texts[`where.${spot.kind}`] ?? '');
  if (spot.count > 1 || !first) {
    return [
      countOf(texts, language, spot.count),
      [kind, label].filter((part) => part).join(' · '),
      spot.events.length < spot.count ? say(texts, 'map.attacks', String(spot.violent)) : mix(spot, texts, by),
    ].filter((line) => line);
  }
  const card = cards.find(first.id);
  const places = card?.places.map((place) => place.name).join(' · ') ?? '';
  return [
    texts[`type.${first.type}`] ?? first.type,
    places || label,
    card ? dateOf(texts, language, card) : first.start ? dateOf(texts, language, { start: first.start, end: first.start, datePrecision: 'day' }) : '',
    first.where > 1 ? (texts[`where.${first.where}`] ?? '') : '',
    first.deaths === undefined ? '' : say(texts, 'deaths', String(first.deaths)),
    card?.headline ?? '',
  ].filter((line) => line);
}

function mix(spot: Spot, texts: Texts, by: By): string {
  const counts = new Map<string, number>();
  for (const event of spot.events) {
    const name = by === 'type' ? (texts[`type.${event.type}`] ?? event.type) : family(event, texts);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 3)
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ');
}

function family(event: { readonly type: string; readonly kind?: string }, texts: Texts): string {
  const id = familiesOf('actor')[familyIndex('actor', event)]!.id;
  return texts[`family.${id}`] ?? id;
}
