'use client';

import type { ReactNode } from 'react';
import { later } from '@/components/ui/later';
import type { Problem } from '@/engine/compile/problem';
import type { ElementId } from '@/lib/document';

const place = (_props: { id: ElementId }, failure: ReactNode) => failure;

/** Who may start a process. */
export const StartersSection = later(() => import('./kinds/starters').then((it) => it.StartersSection), {
  name: 'Who may start it',
  place,
});

/** Who answers for an element, and its tags. */
export const OwnershipSection = later(() => import('./kinds/ownership').then((it) => it.OwnershipSection), {
  name: 'Owner and tags',
  place,
});

/** Whether an approval is signed, and what with. */
export const SignatureSection = later(() => import('./kinds/signature').then((it) => it.SignatureSection), {
  name: 'The signature',
  place,
});

/** Which working time a step's times are counted in. */
export const CalendarField = later<{ value: string; onCommit: (calendarId: string) => void }>(
  () => import('./kinds/calendar-field').then((it) => it.CalendarField),
  { name: 'The calendar', place: (_props, failure) => failure },
);

/** What is wrong with the element that is selected. */
export const ElementProblems = later<{ problems: readonly Problem[] }>(
  () => import('@/components/designer/problems/element-problems').then((it) => it.ElementProblems),
  { name: 'The problems of this element', place: (_props, failure) => failure },
);

/** Fetched when the page is idle, so that a problem's field is there when somebody goes to it. */
export const INSPECTOR_PARTS = [
  ElementProblems,
  StartersSection,
  OwnershipSection,
  SignatureSection,
  CalendarField,
];
