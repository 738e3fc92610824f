'use client';

import type { toast as sonner } from 'sonner';
import { later } from './later';

type Sonner = typeof sonner;

let ready: (shows: Sonner) => void;
const shown = new Promise<Sonner>((resolve) => {
  ready = resolve;
});

const Shown = later(() => import('./toaster').then((it) => it.LoadedToaster), {
  name: 'Messages',
  awaited: () => false,
});

/** What is said before the place for it is there is said as soon as it is. */
function say(how: (shows: Sonner) => unknown): void {
  void Shown.preload().catch(() => undefined);
  void shown.then(how);
}

/** Shows a short message that goes by itself. */
export const toast = Object.assign((...args: Parameters<Sonner>) => say((shows) => shows(...args)), {
  success: (...args: Parameters<Sonner['success']>) => say((shows) => shows.success(...args)),
  error: (...args: Parameters<Sonner['error']>) => say((shows) => shows.error(...args)),
});

/** Where toasts appear; stands once in the layout. Results that matter are also said where they happened. */
export function Toaster() {
  return <Shown onReady={ready} />;
}
