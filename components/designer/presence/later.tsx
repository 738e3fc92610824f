'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { whenIdle } from '@/components/ui/when-idle';
import type { PresenceProps } from './presence';

/** Where it can't be loaded nobody else is seen, and drawing goes on: no reason to say anything. */
const Presence = lazy(() =>
  import('./presence').then(
    (m) => ({ default: m.Presence }),
    () => ({ default: () => <></> }),
  ),
);

/** Who else is here, once there is nothing more urgent: drawing must not wait for it. */
export function PresenceLater(props: PresenceProps) {
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return idle ? (
    <Suspense>
      <Presence {...props} />
    </Suspense>
  ) : null;
}
