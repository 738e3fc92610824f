'use client';

import { later } from '@/components/ui/later';
import { EASEL } from '../picture/picture';
import { CLIPBOARD } from './use-clipboard';

interface Asked {
  /** Something is selected: somebody looks for it. */
  asked: boolean;
}
const whenAsked = ({ asked }: Asked) => asked;

export const ContextPad = later<Asked>(() => import('./context-pad').then((it) => it.ContextPad), {
  name: 'What can be done next',
  awaited: whenAsked,
});
export const SelectionPad = later<Asked & { onArrange: (() => void) | undefined }>(
  () => import('./pad/selection-pad').then((it) => it.SelectionPad),
  { name: 'What can be done with the selection', awaited: whenAsked },
);
export const ResizeGrips = later(() => import('./resize-grips').then((it) => it.ResizeGrips), {
  name: 'Resizing',
});

/** What the next key, selection or zoom may need. */
export const WANTED_SOON = [ContextPad, ResizeGrips, CLIPBOARD, EASEL];
