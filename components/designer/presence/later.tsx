'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import type { PresenceProps } from './presence';

/** Where it can't be loaded nobody else is seen, and drawing goes on. */
const Presence = lazy(() =>
  import('./presence').then(
    (m) => ({ default: m.Presence }),
    () => ({ default: () => <></> }),
  ),
);

/** Who else is here, once there is nothing more urgent: drawing must not wait for it. */
export function PresenceLater(props: PresenceProps) {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    // Not every browser says when it is idle.
    if (!window.requestIdleCallback) {
      const timer = setTimeout(() => setIdle(true), 500);
      return () => clearTimeout(timer);
    }
    const asked = window.requestIdleCallback(() => setIdle(true), { timeout: 2_000 });
    return () => window.cancelIdleCallback(asked);
  }, []);
  return idle ? (
    <Suspense>
      <Presence {...props} />
    </Suspense>
  ) : null;
}
