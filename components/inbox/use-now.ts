'use client';

import { useEffect, useState } from 'react';

const EVERY_MS = 30_000;

/** The time in epoch ms, renewed twice a minute; begins with the server's, so that both sides write the same. */
export function useNow(start: number): number {
  const [now, setNow] = useState(start);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
