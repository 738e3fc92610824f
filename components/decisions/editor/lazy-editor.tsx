'use client';

import { later } from '@/components/ui/later';
import { Skeleton } from '@/components/ui/skeleton';
import type { DecisionEditorProps } from './editor';

const Editor = later(() => import('./editor').then((it) => it.DecisionEditor), {
  name: 'The editor',
  place: (_props, failure) => failure ?? <Skeleton className="m-6 h-60" />,
});

/** The editor of decision tables, loaded when it is opened: FEEL's parser comes with it. */
export const LazyDecisionEditor = (props: DecisionEditorProps) => <Editor {...props} />;
