/** Light or dark: the system's choice until the reader makes another, which this browser then remembers. */
const KEY = 'marsad-scheme';
type Scheme = 'light' | 'dark';

const stored = (): Scheme | '' => {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : '';
  } catch {
    return '';
  }
};

let chosen: Scheme | '' = stored();

export const scheme = (): Scheme =>
  chosen || (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

function apply(): void {
  if (chosen) {
    document.documentElement.style.colorScheme = chosen;
  }
  document.documentElement.dataset['scheme'] = scheme();
  window.dispatchEvent(new CustomEvent('marsad-scheme'));
}

function toggle(): void {
  chosen = scheme() === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Private windows may forbid it: the choice then holds for this page.
  }
  apply();
}

window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
Object.assign(window, { marsadScheme: { toggle } });
apply();
