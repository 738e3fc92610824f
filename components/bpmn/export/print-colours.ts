/**
 * The theme's tokens as plain colours, light and dark, for drawings that leave the browser: other programs
 * (Inkscape, LibreOffice, mail) know no CSS variables. A test holds them equal to `app/globals.css`.
 */
export const PRINT_COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  canvas: ['#f5f6f2', '#101614'],
  surface: ['#ffffff', '#18201d'],
  ink: ['#1b2421', '#e9ede8'],
  muted: ['#545f59', '#a5b0aa'],
  primary: ['#0e5a63', '#6cc5ce'],
  ai: ['#6a3fc4', '#b9a0ff'],
  done: ['#13715a', '#72e6a9'],
  active: ['#2b66d9', '#68acff'],
  wait: ['#b87300', '#f0b23c'],
  incident: ['#970f0c', '#f2564a'],
  cancel: ['#7a8580', '#a1aca6'],
  comp: ['#701e7e', '#b873b4'],
  'done-bg': ['#e1f3ea', '#12352a'],
  'active-bg': ['#e4edfd', '#15294a'],
  'wait-bg': ['#fbf0d6', '#3a2a0b'],
  'incident-bg': ['#fbe5e1', '#45191a'],
  'cancel-bg': ['#ebede9', '#262d2a'],
  'comp-bg': ['#f4e5f6', '#3a1c3a'],
  pool: ['rgb(255 255 255 / 0.55)', 'rgb(255 255 255 / 0.02)'],
};

/** What stands for a token in a file: SVG 1.1 has no alpha in colours, and paper is white. */
const FILE_COLOURS: Readonly<Record<string, string>> = { canvas: '#ffffff', pool: '#ffffff' };

/** Writes colours and fonts into an attribute's value in place of the theme's tokens. */
export function withoutTokens(value: string, dark: boolean): string {
  const [, light, onDark] = /^light-dark\(([^,]+), (.+)\)$/.exec(value) ?? [];
  if (light && onDark) return dark ? onDark : light;
  if (value === 'currentColor') return PRINT_COLOURS.ink?.[0] ?? '';
  return value.replace(/var\(--([\w-]+)\)/g, (whole, token: string) => {
    if (token === 'font-sans') return 'Geist, system-ui, sans-serif';
    const pair = PRINT_COLOURS[token];
    return (!dark && FILE_COLOURS[token]) || pair?.[dark ? 1 : 0] || whole;
  });
}
