// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { IANAZone } from 'luxon';

/** Time values of JavaScript end in the year 275760; beyond them a zone keeps the offset of its last rule. */
const LAST_SECOND = 8_640_000_000_000;

/** @param {string} name whether the tz database knows the zone */
export const isZone = (name) => IANAZone.isValidZone(name);

/**
 * The offset of a zone when its clocks show a local time. A time that a change of the clocks skips or repeats takes
 * the offset in force before the change.
 * @param {string} zone
 * @param {number} localSeconds since 1970-01-01T00:00:00 on the local clock
 * @returns {number} seconds east of UTC
 */
export function zoneOffset(zone, localSeconds) {
  const iana = IANAZone.create(zone);
  const local = Math.max(-LAST_SECOND, Math.min(LAST_SECOND, localSeconds));
  const guess = iana.offset((local - 86_400) * 1000) * 60;
  const better = iana.offset((local - guess) * 1000) * 60;
  const check = iana.offset((local - better) * 1000) * 60;
  return check === better ? better : guess;
}
