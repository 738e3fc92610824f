'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * Whether a part that the server drew answers in the browser yet. Until then what is typed would be lost and a form
 * would be sent by the browser itself.
 */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
