'use client';

import { drawnFirst } from '@/components/ui/drawn-first';

/** What can be done with a published version. Designer and version share a page; who draws doesn't wait for this. */
export const VersionActions = drawnFirst(() => import('./version-buttons').then((it) => it.VersionButtons), {
  name: 'What can be done with this version',
  place: (_props, failure) => failure,
});
