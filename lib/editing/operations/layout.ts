import { get, type ProcessDocument } from '@/lib/document';
import { Edit } from '../edit';
import type { EditResult } from '../types';

/**
 * Arranges the whole drawing anew, as one step. What is executed doesn't change.
 * @param layout gives a document without a diagram one: the layout of the BPMN reader.
 */
export async function arrange(
  document: ProcessDocument,
  layout: (document: ProcessDocument) => Promise<ProcessDocument>,
): Promise<EditResult> {
  const edit = new Edit(document);
  edit.remove(get(document, document.root)?.children.diagrams ?? []);
  const arranged = await layout(edit.document);
  return { document: arranged, select: [], announce: 'Arranged the diagram' };
}
