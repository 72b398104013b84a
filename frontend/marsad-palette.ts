/** Colours of what lies under the events. Calm, so that the events are what is seen. */
export interface Palette {
  readonly dark: boolean;
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly border: string;
  readonly disputed: string;
  readonly graticule: string;
  readonly country: string;
  readonly town: string;
  readonly townDot: string;
  readonly halo: string;
  readonly seaHalo: string;
  readonly corridorFill: string;
  readonly corridorLine: string;
  readonly selected: string;
  readonly casing: string;
  readonly areaFill: string;
  readonly badge: string;
  readonly badgeText: string;
  readonly river: string;
  readonly division: string;
  readonly drawn: string;
  /** What is not violence in a ring of counts. */
  readonly other: string;
  /** Five steps from few to many, in order of lightness: the order holds in grey and for colour-blind eyes. */
  readonly ramp: readonly string[];
  /** 256 steps of heat as red, green, blue and opacity. */
  readonly heat: readonly Uint8ClampedArray[];
}

/** @param stops red, green, blue, opacity of 0 to 255, evenly spread */
function steps(...stops: readonly (readonly [number, number, number, number])[]): Uint8ClampedArray[] {
  return Array.from({ length: 256 }, (_, step) => {
    const at = (step / 255) * (stops.length - 1);
    const low = stops[Math.floor(at)]!;
    const high = stops[Math.min(stops.length - 1, Math.floor(at) + 1)]!;
    const share = at - Math.floor(at);
    return Uint8ClampedArray.from(low, (value, part) => value + (high[part]! - value) * share);
  });
}

export const LIGHT: Palette = {
  dark: false,
  sea: '#d5e0e6',
  land: '#f6f3ec',
  coast: '#b4c2c9',
  border: '#a89f8d',
  disputed: '#a89f8d',
  graticule: 'rgba(90, 110, 125, 0.12)',
  country: '#7d7464',
  town: '#4d4a44',
  townDot: '#8a8376',
  halo: 'rgba(250, 248, 243, 0.92)',
  seaHalo: 'rgba(213, 224, 230, 0.9)',
  corridorFill: 'rgba(21, 101, 128, 0.10)',
  corridorLine: '#156580',
  selected: '#111c24',
  casing: '#ffffff',
  areaFill: 'rgba(70, 86, 99, 0.06)',
  badge: '#ffffff',
  badgeText: '#22303a',
  river: '#a9c3d1',
  division: '#cfc8ba',
  drawn: '#7a2e8a',
  other: '#8a9aa5',
  ramp: ['#f9dfb0', '#f3b368', '#e07a2f', '#b0401a', '#6b1d12'],
  heat: steps(
    [252, 226, 170, 0],
    [251, 205, 130, 130],
    [242, 150, 70, 185],
    [214, 90, 34, 212],
    [158, 42, 22, 226],
    [92, 18, 20, 236],
  ),
};

export const DARK: Palette = {
  dark: true,
  sea: '#0c141b',
  land: '#1b2630',
  coast: '#33444f',
  border: '#5a6b78',
  disputed: '#6c7d8a',
  graticule: 'rgba(160, 185, 205, 0.07)',
  country: '#8fa1af',
  town: '#c6d2db',
  townDot: '#8497a5',
  halo: 'rgba(20, 29, 37, 0.92)',
  seaHalo: 'rgba(12, 20, 27, 0.9)',
  corridorFill: 'rgba(86, 188, 219, 0.12)',
  corridorLine: '#56bcdb',
  selected: '#ffffff',
  casing: '#0f171e',
  areaFill: 'rgba(170, 192, 208, 0.07)',
  badge: '#101a22',
  badgeText: '#eaf1f6',
  river: '#2c4658',
  division: '#2d3b46',
  drawn: '#d29be0',
  other: '#71838f',
  ramp: ['#4a2a2a', '#7d3a22', '#b8561f', '#eb8d3c', '#ffd995'],
  heat: steps(
    [70, 30, 40, 0],
    [110, 40, 40, 140],
    [170, 66, 34, 190],
    [224, 112, 40, 215],
    [250, 176, 84, 228],
    [255, 232, 170, 240],
  ),
};
