import type { ElementId, ProcessDocument } from '@/lib/document';
import { align, distribute, type EditResult, isNode } from '@/lib/editing';
import type { ShortcutId } from '../../shortcuts';

/** A tool for several elements at once; its shortcut is its id. */
export interface SelectionTool {
  id: Extract<ShortcutId, `align${string}` | `distribute${string}`>;
  label: string;
  /** How many elements it needs. */
  least: number;
  run: (document: ProcessDocument, ids: readonly ElementId[]) => EditResult;
}

/** Six ways to align and two to distribute. */
export const SELECTION_TOOLS: readonly SelectionTool[] = [
  { id: 'alignLeft', label: 'Align left', least: 2, run: (d, ids) => align(d, ids, 'left') },
  { id: 'alignCentre', label: 'Align centres', least: 2, run: (d, ids) => align(d, ids, 'centre') },
  { id: 'alignRight', label: 'Align right', least: 2, run: (d, ids) => align(d, ids, 'right') },
  { id: 'alignTop', label: 'Align tops', least: 2, run: (d, ids) => align(d, ids, 'top') },
  { id: 'alignMiddle', label: 'Align middles', least: 2, run: (d, ids) => align(d, ids, 'middle') },
  { id: 'alignBottom', label: 'Align bottoms', least: 2, run: (d, ids) => align(d, ids, 'bottom') },
  {
    id: 'distributeAcross',
    label: 'Distribute horizontally',
    least: 3,
    run: (d, ids) => distribute(d, ids, 'horizontally'),
  },
  {
    id: 'distributeDown',
    label: 'Distribute vertically',
    least: 3,
    run: (d, ids) => distribute(d, ids, 'vertically'),
  },
];

/** The shapes of a selection: flows are no matter of aligning. */
export const shapesOf = (document: ProcessDocument, ids: readonly ElementId[]): ElementId[] =>
  ids.filter((id) => isNode(document.elements[id]));
