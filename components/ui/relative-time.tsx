'use client';

import { useEffect, useState } from 'react';
import { formatRelative, formatUtc } from './format-time';

const EVERY_MS = 15_000;

export interface RelativeTimeProps {
  /** ISO 8601 with zone. */
  value: string;
  /** The server's clock when it rendered, in epoch ms, so that both sides write the same. */
  now?: number;
  className?: string;
}

/** “9 min ago”, “in 3 h 50 min”; keeps itself up to date, exact moment on hover. */
export function RelativeTime({ value, now, className }: RelativeTimeProps) {
  const [current, setCurrent] = useState<number | undefined>(now);
  useEffect(() => {
    setCurrent(Date.now());
    const timer = setInterval(() => setCurrent(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={value} title={`${formatUtc(value, 'full')} UTC`} className={className}>
      {current === undefined ? formatUtc(value, 'datetime') : formatRelative(value, current)}
    </time>
  );
}
