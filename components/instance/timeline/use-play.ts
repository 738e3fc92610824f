'use client';

import { useEffect, useState } from 'react';

/** One event takes this long at 1×, in milliseconds. */
const STEP_MS = 700;

/** Plays the history from the shown event to the newest one. */
export function usePlay(at: number, last: number, goTo: (seq: number) => void) {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    if (!playing) return;
    if (at >= last) return setPlaying(false);
    const timer = setTimeout(() => goTo(at + 1), STEP_MS / speed);
    return () => clearTimeout(timer);
  }, [playing, at, last, speed, goTo]);
  const toggle = () => {
    if (!playing && at >= last) goTo(1);
    setPlaying(!playing);
  };
  return { playing, speed, setSpeed, toggle, stop: () => setPlaying(false) };
}
