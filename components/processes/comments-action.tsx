'use client';

import { drawnFirst } from '@/components/ui/drawn-first';

/** What is said about the draft. Designer and version share a page; who draws doesn't wait for this. */
export const CommentsAction = drawnFirst(() => import('./comments-button').then((it) => it.CommentsButton), {
  name: 'The comments',
  place: (_props, failure) => failure,
});
