'use client';

import { useEffect, useState } from 'react';

/** The clock, in epoch milliseconds; moves every second while `running`. */
export function useNow(start: number, running: boolean): number {
  const [now, setNow] = useState(start);
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
