const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/**
 * A time in a sentence: “29 Nov 2026, 17:04 UTC”.
 * @param iso ISO 8601; anything else is given back as it is, because a record must stay readable
 */
export function momentInWords(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : `${FORMAT.format(time)} UTC`;
}
