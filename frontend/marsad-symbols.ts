/**
 * Families of PLOVER types and how each is drawn. Colour and shape both tell them apart, so neither eyes that see
 * colours differently nor a black-and-white print lose them. Colours follow Okabe and Ito's palette, darkened until white
 * glyphs on them reach 3:1. Kept in step with org.marsad.ui.TypeFamily.
 */
export type Family = 'violence' | 'coercion' | 'force' | 'protest' | 'cooperation' | 'statement';

export const FAMILIES: readonly Family[] = ['violence', 'coercion', 'force', 'protest', 'cooperation', 'statement'];

const OF_TYPE: Record<string, Family> = {
  ASSAULT: 'violence',
  COERCE: 'coercion',
  SANCTION: 'coercion',
  MOBILIZE: 'force',
  THREATEN: 'force',
  PROTEST: 'protest',
  AGREE: 'cooperation',
  CONSULT: 'cooperation',
  SUPPORT: 'cooperation',
  CONCEDE: 'cooperation',
  COOPERATE: 'cooperation',
  AID: 'cooperation',
  RETREAT: 'cooperation',
  REQUEST: 'statement',
  ACCUSE: 'statement',
  REJECT: 'statement',
};

export const familyOf = (type: string): Family => OF_TYPE[type] ?? 'statement';

export const FAMILY_COLOR: Record<Family, { light: string; dark: string }> = {
  violence: { light: '#c2410c', dark: '#f0703a' },
  coercion: { light: '#9b3f86', dark: '#d67cc0' },
  force: { light: '#b07400', dark: '#e8b130' },
  protest: { light: '#2272b4', dark: '#62b0ee' },
  cooperation: { light: '#0b7a62', dark: '#3fbf9f' },
  statement: { light: '#5d6b7a', dark: '#a3b1c0' },
};

/** Traces the family's glyph around (0, 0) within the radius; the caller fills. */
export function glyph(context: CanvasRenderingContext2D, family: Family, r: number): void {
  context.beginPath();
  switch (family) {
    case 'violence': // four-pointed star
      for (let i = 0; i < 8; i++) {
        const radius = i % 2 === 0 ? r * 1.08 : r * 0.42;
        const angle = (i * Math.PI) / 4 - Math.PI / 2;
        context.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
      }
      break;
    case 'coercion': // square
      context.rect(-r * 0.7, -r * 0.7, r * 1.4, r * 1.4);
      break;
    case 'force': // triangle
      context.moveTo(0, -r * 0.95);
      context.lineTo(r * 0.92, r * 0.68);
      context.lineTo(-r * 0.92, r * 0.68);
      break;
    case 'protest': // flag-like chevron
      context.moveTo(-r * 0.85, -r * 0.75);
      context.lineTo(r * 0.85, -r * 0.75);
      context.lineTo(0, r * 0.95);
      break;
    case 'cooperation': // disc
      context.arc(0, 0, r * 0.72, 0, 2 * Math.PI);
      break;
    case 'statement': // bar
      context.rect(-r * 0.85, -r * 0.3, r * 1.7, r * 0.6);
      break;
  }
  context.closePath();
}
