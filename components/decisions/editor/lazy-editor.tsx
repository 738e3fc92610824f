'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '@/components/ui/skeleton';
import type { DecisionEditorProps } from './editor';

const Editor = dynamic(() => import('./editor').then((module) => module.DecisionEditor), {
  ssr: false,
  loading: () => <Skeleton className="m-6 h-60" />,
});

/** The editor of decision tables, loaded when it is opened: FEEL's parser comes with it. */
export const LazyDecisionEditor = (props: DecisionEditorProps) => <Editor {...props} />;
