import { html, nothing, svg } from 'lit';
import { classColor, type Mode, type Scale } from './marsad-counts';
import { numberFormat } from './marsad-formats';
import type { Palette } from './marsad-palette';
import { familiesOf, glyphPath, type By } from './marsad-symbols';
import { locale, say, type Texts } from './marsad-words';

/** What is on the map now; the legend says this and no more. */
export interface Drawn {
  readonly mode: Mode;
  readonly by: By;
  /** Counts rather than events one by one. */
  readonly counted: boolean;
  readonly scale: Scale;
  readonly areas: boolean;
  readonly lines: boolean;
  readonly corridor: boolean;
  readonly area: boolean;
}

export function legend(drawn: Drawn, palette: Palette, texts: Texts, language: string) {
  const numbers = numberFormat(locale(language), { maximumSignificantDigits: 2 });
  const row = (symbol: unknown, key: string, ...values: string[]) =>
    html`<li><svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">${symbol}</svg><span>${say(texts, key, ...values)}</span></li>`;
  const violence = familiesOf('type')[0]![palette.dark ? 'dark' : 'light'];
  return html`<ul>
    ${drawn.mode === 'heat' ? heat(drawn.scale, palette, texts, numbers) : nothing}
    ${drawn.mode === 'hexagons'
      ? drawn.scale.classes.map((first, at, all) =>
          row(
            svg`<path d="M14 1l7.8 4.5v9L14 19l-7.8-4.5v-9z" fill=${palette.ramp[classColor(at, all.length)]!} stroke=${palette.casing} />`,
            at === all.length - 1 ? 'legend.atLeast' : 'legend.from',
            numbers.format(first),
            numbers.format((all[at + 1] ?? 0) - 1),
          ),
        )
      : nothing}
    ${drawn.mode === 'symbols' && !drawn.counted
      ? [
          ...familiesOf(drawn.by).map((family) =>
            row(
              svg`<circle cx="14" cy="10" r="9" fill=${family[palette.dark ? 'dark' : 'light']} /><g transform="translate(4 0)"><path
                d=${glyphPath(family.glyph)} fill=${palette.dark ? '#0d151c' : '#ffffff'} /></g>`,
              `family.${family.id}`,
            ),
          ),
          row(svg`<circle cx="14" cy="10" r="8" fill=${palette.badge} stroke=${violence} stroke-width="2" />`, 'legend.near'),
          row(
            svg`<circle cx="14" cy="10" r="7.5" fill=${palette.badge} stroke=${violence} stroke-width="3.5" />
              <text x="14" y="13.4" text-anchor="middle" font-size="9" fill=${palette.badgeText}>2</text>`,
            'legend.cluster',
          ),
        ]
      : nothing}
    ${drawn.mode === 'symbols' && drawn.counted
      ? row(
          svg`<circle cx="14" cy="10" r="7.5" fill=${palette.badge} stroke=${palette.other} stroke-width="3.5" />
            <path d="M14 2.5a7.5 7.5 0 016.5 11.2" fill="none" stroke=${violence} stroke-width="3.5" />`,
          'legend.counts',
        )
      : nothing}
    ${drawn.areas
      ? row(
          svg`<circle cx="14" cy="10" r="8.5" fill=${palette.areaFill} stroke=${violence} stroke-width="1.4" stroke-dasharray="3 3" />`,
          'legend.area',
        )
      : nothing}
    ${drawn.lines
      ? row(svg`<path d="M2 15l7-6 6 3 11-8" fill="none" stroke=${violence} stroke-width="3.5" stroke-linecap="round" />`, 'legend.line')
      : nothing}
    ${drawn.corridor
      ? row(
          svg`<rect x="2" y="3" width="24" height="14" rx="6" fill=${palette.corridorFill} stroke=${palette.corridorLine} stroke-dasharray="2 3" />
            <path d="M3 12l8-4 6 3 8-4" fill="none" stroke=${palette.corridorLine} stroke-width="2.4" />`,
          'legend.corridor',
        )
      : nothing}
    ${drawn.area
      ? row(svg`<rect x="4" y="3" width="20" height="14" fill="${palette.drawn}22" stroke=${palette.drawn} stroke-width="2" />`, 'legend.drawn')
      : nothing}
    ${row(svg`<path d="M2 12l9-5 6 4 9-4" fill="none" stroke=${palette.border} stroke-width="1.8" />`, 'legend.border')}
    ${row(
      svg`<path d="M2 12l9-5 6 4 9-4" fill="none" stroke=${palette.disputed} stroke-width="1.8" stroke-dasharray="5 4" />`,
      'legend.disputed',
    )}
  </ul>`;
}

function heat(scale: Scale, palette: Palette, texts: Texts, numbers: Intl.NumberFormat) {
  const stops = [0, 51, 102, 153, 204, 255].map((step) => {
    const [red, green, blue, opacity] = palette.heat[step]!;
    return `rgb(${red} ${green} ${blue} / ${(opacity! / 255).toFixed(2)})`;
  });
  return html`<li class="heat">
    <span class="ramp" style="background: linear-gradient(to right, ${stops.join()})"></span>
    <span class="ends"><bdi>0</bdi><bdi>${numbers.format(scale.peak)}</bdi></span>
    <span>${texts['legend.heat']}</span>
  </li>`;
}
