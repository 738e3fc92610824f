import 'server-only';

const HOUR_MS = 3_600_000;

/**
 * How long a message is kept that says nothing about it, in milliseconds: `COUNTERSIGN_MESSAGE_TTL_SECONDS`, or an hour.
 * @throws Error when the variable is set to something that is no number of seconds
 */
export function defaultTimeToLiveMs(): number {
  const written = process.env.COUNTERSIGN_MESSAGE_TTL_SECONDS;
  if (written === undefined || written === '') return HOUR_MS;
  const seconds = Number(written);
  if (!Number.isFinite(seconds) || seconds < 0)
    throw new Error(
      `COUNTERSIGN_MESSAGE_TTL_SECONDS is “${written}”; write a number of seconds, such as 3600.`,
    );
  return Math.round(seconds * 1_000);
}
