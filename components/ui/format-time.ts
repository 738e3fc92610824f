const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const MINUTES: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const SECONDS: Intl.DateTimeFormatOptions = { ...MINUTES, second: '2-digit' };

export type TimeFormat = 'date' | 'time' | 'seconds' | 'millis' | 'datetime' | 'full';

const FORMATS: Record<TimeFormat, Intl.DateTimeFormatOptions> = {
  date: DATE,
  time: MINUTES,
  seconds: SECONDS,
  millis: { ...SECONDS, fractionalSecondDigits: 3 },
  datetime: { ...DATE, ...MINUTES },
  full: { ...DATE, ...SECONDS },
};

const formatters = new Map<TimeFormat, Intl.DateTimeFormat>();

/** A moment in UTC, the same on every server and in every browser: “20 Nov 2026, 13:53:14”. */
export function formatUtc(moment: Date | string | number, format: TimeFormat = 'datetime'): string {
  let formatter = formatters.get(format);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', { ...FORMATS[format], timeZone: 'UTC' });
    formatters.set(format, formatter);
  }
  // ICU versions write September as “Sept” or “Sep”; server and browser must agree.
  return formatter.format(new Date(moment)).replace('Sept', 'Sep');
}

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/** A span of time in its two largest units: “3 h 50 min”, “2 d”, “18 s”. Rounds down; never negative. */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const index = UNITS.findIndex(([, size]) => seconds >= size);
  if (index === -1) return '0 s';
  const [unit, size] = UNITS[index] as (typeof UNITS)[number];
  const whole = Math.floor(seconds / size);
  const next = UNITS[index + 1];
  const rest = next ? Math.floor((seconds % size) / next[1]) : 0;
  return next && rest > 0 ? `${whole} ${unit} ${rest} ${next[0]}` : `${whole} ${unit}`;
}

/** How far away a moment is: “in 3 h 50 min”, “9 min ago”, “18 s ago”, “just now” (under 5 s either way). */
export function formatRelative(moment: Date | string | number, now: number): string {
  const delta = new Date(moment).getTime() - now;
  if (Math.abs(delta) < 5_000) return 'just now';
  // From a minute on seconds would only flicker.
  const span = Math.abs(delta) < 60_000 ? delta : Math.trunc(delta / 60_000) * 60_000;
  return delta > 0 ? `in ${formatDuration(span)}` : `${formatDuration(span)} ago`;
}
