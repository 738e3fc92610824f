'use client';

import { later } from '@/components/ui/later';

/** Reading dates and cron takes libraries that nothing else of the first page needs. */
export const NextTimes = later(() => import('./next-times').then((it) => it.NextTimes), {
  name: 'When it fires',
  place: (_props, failure) => failure,
});
