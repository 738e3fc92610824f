import { type ElementId, get, type ProcessDocument } from '@/lib/document';
import { Edit } from '../edit';
import { type EditResult, refuse } from '../types';

/** Sets what an element is called: its name, a note's text, the category of a group. */
export function setLabel(document: ProcessDocument, id: ElementId, text: string): EditResult {
  const element = get(document, id);
  if (!element) return refuse('This element is no longer there');
  const edit = new Edit(document);
  const value = text.trim() === '' ? undefined : text;
  if (element.type === 'bpmn:TextAnnotation') setNote(edit, id, value);
  else edit.attr(id, 'name', value);
  return { document: edit.document, select: [id], announce: value ? `Named “${value}”` : 'Removed the name' };
}

/** A note's text is an element of its own in BPMN; files write it as `bpmn:text`. */
function setNote(edit: Edit, id: ElementId, value: string | undefined): void {
  edit.attr(id, 'text', value);
}

/** The text an element shows: its name or, for a note, its text. */
export function labelOf(document: ProcessDocument, id: ElementId): string {
  const element = get(document, id);
  const text = element?.attrs[element.type === 'bpmn:TextAnnotation' ? 'text' : 'name'];
  return typeof text === 'string' ? text : '';
}
