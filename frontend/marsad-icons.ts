import type { Palette } from './marsad-palette';

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

export function disc(context: CanvasRenderingContext2D, radius: number, color: string, x = 0, y = 0): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
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
  return canvas(2 * badgeRadius(count) + 8, (context) => {
    context.setLineDash(dashed ? [3.2, 2.4] : []);
    drawBadge(context, 0, 0, palette, text, count, shares, dashed ? 2.5 : 4.5);
  });
}

/** Draws such a number where many are drawn anew at once; its ring is as wide as said. */
export function drawBadge(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  palette: Palette,
  text: string,
  count: number,
  shares: readonly { readonly color: string; readonly share: number }[],
  width: number,
): void {
  const r = badgeRadius(count);
  disc(context, r + 1.5, palette.casing, x, y);
  disc(context, r, palette.badge, x, y);
  const total = shares.reduce((sum, { share }) => sum + share, 0) || 1;
  let angle = -Math.PI / 2;
  context.lineWidth = width;
  for (const { color, share } of shares) {
    if (share > 0) {
      const end = angle + (2 * Math.PI * share) / total;
      context.strokeStyle = color;
      context.beginPath();
      context.arc(x, y, r - width / 2, angle, end);
      context.stroke();
      angle = end;
    }
  }
  context.fillStyle = palette.badgeText;
  context.font = `600 ${text.length > 3 ? 11 : 12.5}px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.8);
}

/** Twelfths of a ring, so that rings of like mixes are one drawing; what is there at all keeps one. */
export const twelfths = (part: number, whole: number): number =>
  part === 0 || whole === 0 ? 0 : Math.max(1, Math.round((12 * part) / whole));
