import { cx } from './cx';
import { formatUtc, type TimeFormat } from './format-time';

export interface TimeProps {
  /** ISO 8601 with zone. */
  value: string;
  /** Default `datetime`. */
  format?: TimeFormat;
  /** Writes “UTC” behind it, where no heading says so. */
  zone?: boolean;
  className?: string;
}

/** A moment in UTC, in the mono face, exact on hover. */
export function Time({ value, format = 'datetime', zone = false, className }: TimeProps) {
  return (
    <time
      dateTime={value}
      title={`${value} UTC`.replace('Z UTC', ' UTC')}
      className={cx('whitespace-nowrap font-mono text-[.95em] tracking-[-.01em]', className)}
    >
      {formatUtc(value, format)}
      {zone && ' UTC'}
    </time>
  );
}
