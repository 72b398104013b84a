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
};
