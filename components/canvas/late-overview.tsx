'use client';

import { later } from '@/components/ui/later';

export const Overview = later(() => import('./overview/overview').then((it) => it.Overview), {
  name: 'The overview',
  awaited: () => false,
});
