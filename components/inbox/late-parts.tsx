'use client';

import { memo } from 'react';
import type { FormFieldsProps } from '@/components/forms';
import { drawnFirst } from '@/components/ui/drawn-first';
import { later } from '@/components/ui/later';
import { Skeleton } from '@/components/ui/skeleton';
import type { AiReasonProps } from './ai-reason';
import type { ClosedBarProps } from './closed-bar';
import type { CommentBoxProps } from './comment-box';
import { FormPlace } from './form-place';
import type { HistoryProps } from './history';

/** A task that is read again is another object with the same content: that is no other drawing. */
const same = (before: object, after: object): boolean => JSON.stringify(before) === JSON.stringify(after);

// The server draws these, their programs come when the page is idle.
export const AiReason = memo(
  drawnFirst<AiReasonProps>(() => import('./ai-reason').then((it) => it.AiReason), {
    name: 'What AI found',
    place: (_props, failure) => failure ?? <Skeleton className="h-40" />,
  }),
  same,
);
export const History = memo(
  drawnFirst<HistoryProps>(() => import('./history').then((it) => it.History), {
    name: 'The history',
    place: ({ history }, failure) =>
      failure ?? <div aria-busy="true" style={{ height: 28 + 33 * history.length }} />,
  }),
  same,
);
/** Its props must stay the same objects. */
export const CommentBox = memo(
  drawnFirst<CommentBoxProps>(() => import('./comment-box').then((it) => it.CommentBox), {
    name: 'Comments',
    place: (_props, failure) => failure ?? <Skeleton className="mt-2 h-30" />,
  }),
);
export const ClosedBar = memo(
  drawnFirst<ClosedBarProps>(() => import('./closed-bar').then((it) => it.ClosedBar), {
    name: 'The decision',
    place: (_props, failure) => (
      <section aria-label="Decision" className="min-h-14.5 flex-none border-t border-line-strong bg-surface">
        {failure}
      </section>
    ),
  }),
  same,
);

/** Its callbacks must stay the same: only what can be written down is compared. */
export const FormFields = memo(
  drawnFirst<FormFieldsProps>(() => import('@/components/forms').then((it) => it.FormFields), {
    name: 'The form',
    place: (props, failure) => failure ?? <FormPlace {...props} />,
  }),
  same,
);
export const Changed = later(() => import('./changed').then((it) => it.Changed), {
  name: 'What changed',
  place: (_props, failure) => failure,
});
export const DelegateDialog = later(() => import('./delegate-dialog').then((it) => it.DelegateDialog), {
  name: 'This window',
  awaited: ({ open }) => open,
});

export const SignDialog = later(() => import('./sign-dialog').then((it) => it.SignDialog), {
  name: 'This window',
});

/** What an answer or the next task may need; fetched when the page is idle. */
export const WANTED_SOON = [Changed, SignDialog];
