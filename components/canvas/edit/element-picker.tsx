'use client';

import { later, usePreload } from '@/components/ui/later';
import { useGesture } from './gesture-store';

const ElementList = later(() => import('./element-list').then((it) => it.ElementList), {
  name: 'The list of elements',
});
/** Loaded before the first key asks for it: what is typed right after the key belongs into the list. */
const PARTS = [ElementList];

/** What to put here, or what to turn this into, while somebody is asked. */
export function ElementPicker() {
  const picker = useGesture((state) => state.picker);
  usePreload(PARTS);
  return picker ? (
    <ElementList key={`${picker.mode}${picker.source}${picker.screen.x}`} picker={picker} />
  ) : null;
}
