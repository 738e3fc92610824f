import { flowModel } from '@/engine/compile/flow-model';
import { startNodes } from '@/engine/compile/starts';
import { shapeOf } from '@/lib/document';
import { kindById, prepend } from '@/lib/editing';
import { type Fixer, fix } from './fix';

/** A start event before the one step that nothing leads to. */
export const addStart: Fixer = ({ document, element }) => {
  const scope = flowModel(document).scopes.get(element.id);
  const [first, ...more] = scope ? startNodes(scope) : [];
  if (!first || more.length > 0 || !shapeOf(document, first)) return [];
  return [fix('Add a start event', () => prepend(document, first, kindById('start-event')))];
};
