/**
 * What symbols tell: the family of an event's PLOVER type, or of whoever acted. Colour and shape both tell families apart, so
 * neither eyes that see colours differently nor a black-and-white print lose them. Colours follow Okabe and Ito's palette,
 * darkened until white glyphs on them reach 3:1. The families of types are kept in step with org.marsad.ui.TypeFamily, the kinds
 * of actors are those of gazetteer/actors.csv.
 */
export type By = 'type' | 'actor';

export interface Family {
  readonly id: string;
  readonly light: string;
  readonly dark: string;
  readonly glyph: 'star' | 'square' | 'triangle' | 'chevron' | 'disc' | 'bar' | 'diamond';
  /** PLOVER types, or kinds of actors; the last family takes all that no other has. */
  readonly of: readonly string[];
}

const FAMILIES: Record<By, readonly Family[]> = {
  type: [
    { id: 'violence', light: '#c2410c', dark: '#f0703a', glyph: 'star', of: ['ASSAULT'] },
    { id: 'coercion', light: '#9b3f86', dark: '#d67cc0', glyph: 'square', of: ['COERCE', 'SANCTION'] },
    { id: 'force', light: '#b07400', dark: '#e8b130', glyph: 'triangle', of: ['MOBILIZE', 'THREATEN'] },
    { id: 'protest', light: '#2272b4', dark: '#62b0ee', glyph: 'chevron', of: ['PROTEST'] },
    {
      id: 'cooperation',
      light: '#0b7a62',
      dark: '#3fbf9f',
      glyph: 'disc',
      of: ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'],
    },
    { id: 'statement', light: '#5d6b7a', dark: '#a3b1c0', glyph: 'bar', of: ['REQUEST', 'ACCUSE', 'REJECT'] },
  ],
  actor: [
    { id: 'state', light: '#2272b4', dark: '#62b0ee', glyph: 'square', of: ['state-forces', 'government'] },
    { id: 'rebel', light: '#c2410c', dark: '#f0703a', glyph: 'triangle', of: ['rebel'] },
    { id: 'militia', light: '#b07400', dark: '#e8b130', glyph: 'diamond', of: ['militia', 'identity-militia'] },
    { id: 'outside', light: '#0b7a62', dark: '#3fbf9f', glyph: 'star', of: ['external-forces', 'intergovernmental'] },
    { id: 'civilian', light: '#9b3f86', dark: '#d67cc0', glyph: 'disc', of: ['civilians', 'protesters'] },
    { id: 'unknown', light: '#5d6b7a', dark: '#a3b1c0', glyph: 'bar', of: ['company', 'other', ''] },
  ],
};

export const familiesOf = (by: By): readonly Family[] => FAMILIES[by];

const INDEX: Record<By, Record<string, number>> = {
  type: index(FAMILIES.type),
  actor: index(FAMILIES.actor),
};

function index(families: readonly Family[]): Record<string, number> {
  return Object.fromEntries(families.flatMap((family, at) => family.of.map((name) => [name, at])));
}

/** Which of the families, by its place among them. */
export function familyIndex(by: By, event: { readonly type: string; readonly kind?: string }): number {
  return INDEX[by][by === 'type' ? event.type : (event.kind ?? '')] ?? FAMILIES[by].length - 1;
}

/** Traces a glyph around (0, 0) within the radius; the caller fills. */
export function glyph(context: CanvasRenderingContext2D, shape: Family['glyph'], r: number): void {
  context.beginPath();
  switch (shape) {
    case 'star':
      for (let i = 0; i < 8; i++) {
        const radius = i % 2 === 0 ? r * 1.08 : r * 0.42;
        const angle = (i * Math.PI) / 4 - Math.PI / 2;
        context.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
      }
      break;
    case 'square':
      context.rect(-r * 0.7, -r * 0.7, r * 1.4, r * 1.4);
      break;
    case 'triangle':
      context.moveTo(0, -r * 0.95);
      context.lineTo(r * 0.92, r * 0.68);
      context.lineTo(-r * 0.92, r * 0.68);
      break;
    case 'chevron':
      context.moveTo(-r * 0.85, -r * 0.75);
      context.lineTo(r * 0.85, -r * 0.75);
      context.lineTo(0, r * 0.95);
      break;
    case 'disc':
      context.arc(0, 0, r * 0.72, 0, 2 * Math.PI);
      break;
    case 'bar':
      context.rect(-r * 0.85, -r * 0.3, r * 1.7, r * 0.6);
      break;
    case 'diamond':
      context.moveTo(0, -r);
      context.lineTo(r * 0.85, 0);
      context.lineTo(0, r);
      context.lineTo(-r * 0.85, 0);
      break;
  }
  context.closePath();
}

/** Traces a glyph for SVG, in a box of 20. */
export function glyphPath(shape: Family['glyph']): string {
  switch (shape) {
    case 'star':
      return 'M10 3.5l1.8 4.7 4.7 1.8-4.7 1.8-1.8 4.7-1.8-4.7L3.5 10l4.7-1.8z';
    case 'square':
      return 'M5.8 5.8h8.4v8.4H5.8z';
    case 'triangle':
      return 'M10 4.3l5.5 9.8h-11z';
    case 'chevron':
      return 'M4.9 5.5h10.2L10 15.7z';
    case 'disc':
      return 'M10 5.7a4.3 4.3 0 110 8.6 4.3 4.3 0 010-8.6z';
    case 'bar':
      return 'M4.9 8.2h10.2v3.6H4.9z';
    case 'diamond':
      return 'M10 4l5.1 6-5.1 6-5.1-6z';
  }
}
