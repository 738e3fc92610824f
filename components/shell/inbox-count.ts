import { useEffect, useState } from 'react';

/** Event on `window` that carries how many tasks wait; the frame shows the number beside “Inbox”. */
const COUNTED = 'countersign:inbox-count';

/** Tells the frame around the page how many tasks wait, without loading the page again. */
export function tellInboxCount(count: number): void {
  window.dispatchEvent(new CustomEvent(COUNTED, { detail: count }));
}

/** The newest number: what the server said with the frame, then what pages tell. */
export function useInboxCount(given: number): number {
  const [count, setCount] = useState(given);
  useEffect(() => {
    setCount(given);
    const listen = (event: Event) => setCount((event as CustomEvent<number>).detail);
    window.addEventListener(COUNTED, listen);
    return () => window.removeEventListener(COUNTED, listen);
  }, [given]);
  return count;
}
