'use client';

import dynamic from 'next/dynamic';

/** Reading dates and cron takes libraries that nothing else of the first page needs. */
export const NextTimes = dynamic(() => import('./next-times'), { ssr: false });
