'use client';

import { later } from '@/components/ui/later';
import type { ErrorWordsProps } from './error-words';

/** The words of a fault. Every page carries the place for them, so it is made of next to nothing; few ever need more. */
export const ErrorWordsLater = later<ErrorWordsProps>(
  () => import('./error-words').then((it) => it.ErrorWords),
  {
    name: 'What can be done now',
    place: (_props, failure) => (
      <div role="alert" className="px-6 py-12 text-center">
        <p className="text-base font-semibold">This page could not be shown</p>
        {failure}
      </div>
    ),
  },
);
