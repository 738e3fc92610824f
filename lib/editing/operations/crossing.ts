import { type ElementId, get, type ProcessDocument, processOf } from '@/lib/document';
import { endsOf } from '../di';
import type { Edit } from '../edit';
import { connectionsOf } from '../place';
import { removeAll } from './remove';

/**
 * Removes lines that the rules no longer allow now that their ends lie in other containers, and homes the rest:
 * sequence flows stay inside one process or sub-process, messages go between pools.
 */
export function cutCrossing(edit: Edit, changed: Iterable<ElementId>): void {
  const { document } = edit;
  const gone: ElementId[] = [];
  for (const line of connectionsOf(document, changed)) {
    const { source, target } = endsOf(document, line.id);
    if (!source || !target) continue;
    if (line.type === 'bpmn:MessageFlow' && isInside(document, source, target)) gone.push(line.id);
    const [a, b] = [get(document, source)?.parent, get(document, target)?.parent];
    if (line.type === 'bpmn:Association' && a && a === b) edit.reparent(line.id, a, 'artifacts');
    if (line.type !== 'bpmn:SequenceFlow') continue;
    if (!a || a !== b) gone.push(line.id);
    else edit.reparent(line.id, a, 'flowElements');
  }
  if (gone.length > 0) removeAll(edit, gone);
}

function isInside(document: ProcessDocument, source: ElementId, target: ElementId): boolean {
  const [a, b] = [source, target].map((id) => processOf(document, id)?.id);
  return a !== undefined && a === b;
}
