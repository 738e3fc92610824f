const UNITS: Record<string, string> = {
  Y: 'year',
  MO: 'month',
  W: 'week',
  D: 'day',
  H: 'hour',
  M: 'minute',
  S: 'second',
};

const PARTS =
  /^P(?:(?<Y>\d+)Y)?(?:(?<MO>\d+)M)?(?:(?<W>\d+)W)?(?:(?<D>\d+)D)?(?:T(?:(?<H>\d+)H)?(?:(?<M>\d+)M)?(?:(?<S>\d+)S)?)?$/;

/** An ISO 8601 duration in words: `P1DT4H` → “1 day 4 hours”. Anything else as it is written. */
export function durationInWords(text: string): string {
  const groups = PARTS.exec(text.trim())?.groups ?? {};
  const words = Object.entries(groups).flatMap(([unit, count]) =>
    count === undefined ? [] : [`${count} ${UNITS[unit]}${count === '1' ? '' : 's'}`],
  );
  return words.join(' ') || text;
}
