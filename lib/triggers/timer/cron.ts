import { Cron } from 'croner';

/**
 * A cron expression as the engines write it that models come from: `0/5` is every fifth from 0 on. With seconds, day of
 * the month and day of the week must both hold (Spring, which Zeebe reads it by); without them one is enough (Unix).
 * @throws when the text is no cron expression
 */
export function cronOf(text: string, timezone = 'UTC'): Cron {
  const fields = text.trim().split(/\s+/).length;
  return new Cron(text, { timezone, mode: 'auto', sloppyRanges: true, domAndDow: fields > 5 });
}
