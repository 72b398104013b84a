import type { Palette } from './marsad-palette';

/** Small drawings, kept by name and made again when the palette changes. */
export class Icons {
  private icons: Record<string, HTMLCanvasElement> = {};

  clear(): void {
    this.icons = {};
  }

  get(key: string, make: () => HTMLCanvasElement): HTMLCanvasElement {
    return (this.icons[key] ??= make());
  }
}

export const FONT = '"Marsad Sans", "Noto Sans Arabic", "Noto Kufi Arabic", "Segoe UI", system-ui, sans-serif';
export const PIXEL_RATIO = Math.max(2, Math.ceil(window.devicePixelRatio));

/** The radius of the disc that says a number. */
export const badgeRadius = (count: number): number => (count === 1 ? 11 : 13 + Math.min(14, 2.1 * Math.log2(count)));

/** A square drawing with (0, 0) in its middle. */
export function canvas(size: number, draw: (context: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const element = document.createElement('canvas');
  element.width = element.height = Math.ceil(size) * PIXEL_RATIO;
  const context = element.getContext('2d')!;
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.translate(Math.ceil(size) / 2, Math.ceil(size) / 2);
  draw(context);
  return element;
}

export function disc(context: CanvasRenderingContext2D, radius: number, color: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
}

/** A number in a ring of the colours' shares; dashed where no place but only an area or a line is known. */
export function badge(
  palette: Palette,
  text: string,
  count: number,
  shares: readonly { readonly color: string; readonly share: number }[],
  dashed: boolean,
): HTMLCanvasElement {
  const r = badgeRadius(count);
  return canvas(2 * r + 8, (context) => {
    disc(context, r + 1.5, palette.casing);
    disc(context, r, palette.badge);
    const total = shares.reduce((sum, { share }) => sum + share, 0) || 1;
    let angle = -Math.PI / 2;
    const width = dashed ? 2.5 : 4.5;
    context.lineWidth = width;
    if (dashed) {
      context.setLineDash([3.2, 2.4]);
    }
    for (const { color, share } of shares) {
      if (share > 0) {
        const end = angle + (2 * Math.PI * share) / total;
        context.strokeStyle = color;
        context.beginPath();
        context.arc(0, 0, r - width / 2, angle, end);
        context.stroke();
        angle = end;
      }
    }
    context.fillStyle = palette.badgeText;
    context.font = `600 ${text.length > 3 ? 11 : 12.5}px ${FONT}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, 0, 0.8);
  });
}

/** Twelfths of a ring, so that rings of like mixes are one drawing; what is there at all keeps one. */
export const twelfths = (part: number, whole: number): number =>
  part === 0 || whole === 0 ? 0 : Math.max(1, Math.round((12 * part) / whole));
