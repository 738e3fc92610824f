/** Which clock times are shown in. Records are always kept in UTC. */
export type Zone = 'utc' | 'local';

const OPTIONS: Intl.DateTimeFormatOptions = {
  day: '2-digit',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
};

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: Zone, year: boolean): Intl.DateTimeFormat {
  const key = `${zone} ${year}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...OPTIONS,
    ...(year ? { year: 'numeric' } : {}),
    ...(zone === 'utc' ? { timeZone: 'UTC' } : {}),
  });
  cache.set(key, made);
  return made;
}

/** “20 Nov 14:06:12.480”, to the millisecond, as an auditor compares it; `year` adds the year. */
export function formatMoment(at: string, zone: Zone, { year = false } = {}): string {
  return formatter(zone, year).format(new Date(at)).replace('Sept', 'Sep').replace(',', '');
}

/** What stands behind a time: “UTC”, or the local zone's short name. */
export function zoneName(zone: Zone): string {
  if (zone === 'utc') return 'UTC';
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(new Date());
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'local';
}
