import {
  type ElementId,
  get,
  newElement,
  newId,
  type ProcessDocument,
  referrersOf,
  resolve,
} from '@/lib/document';
import { Edit } from '../edit';
import { type EditResult, refuse } from '../types';

/** Sets what an element is called: its name, a note's text, the category of a group. */
export function setLabel(document: ProcessDocument, id: ElementId, text: string): EditResult {
  const element = get(document, id);
  if (!element) return refuse('This element is no longer there');
  const edit = new Edit(document);
  const value = text.trim() === '' ? undefined : text;
  if (element.type === 'bpmn:TextAnnotation') setNote(edit, id, value);
  else if (element.type === 'bpmn:Group') setCategory(edit, id, value);
  else edit.attr(id, 'name', value);
  return { document: edit.document, select: [id], announce: value ? `Named “${value}”` : 'Removed the name' };
}

/** A note's text is an element of its own in BPMN; files write it as `bpmn:text`. */
function setNote(edit: Edit, id: ElementId, value: string | undefined): void {
  edit.attr(id, 'text', value);
}

/** A group has no name: it shows the category value it stands for (BPMN 2.0.2, 8.4.1.2). Shared ones aren't changed. */
function setCategory(edit: Edit, id: ElementId, value: string | undefined): void {
  const known = resolve(edit.document, edit.get(id), 'categoryValueRef');
  const shared = known && referrersOf(edit.document, known.id).some((other) => other.id !== id);
  if (known && value !== undefined && !shared) {
    edit.attr(known.id, 'value', value);
    return;
  }
  edit.ref(id, 'categoryValueRef', undefined);
  if (known && !shared) {
    const alone = edit.get(known.parent)?.children.categoryValue?.length === 1;
    edit.remove([alone ? (known.parent ?? known.id) : known.id]);
  }
  if (value === undefined) return;
  const category = newId('Category', edit.document);
  edit.add(newElement('bpmn:Category', category, edit.document.root, 'rootElements'));
  const made = newId('CategoryValue', edit.document);
  edit.add(newElement('bpmn:CategoryValue', made, category, 'categoryValue', { attrs: { value } }));
  edit.ref(id, 'categoryValueRef', made);
}

/** The text an element shows: its name or, for a note, its text; for a group its category. */
export function labelOf(document: ProcessDocument, id: ElementId): string {
  const element = get(document, id);
  const category =
    element?.type === 'bpmn:Group' ? resolve(document, element, 'categoryValueRef') : undefined;
  if (typeof category?.attrs.value === 'string') return category.attrs.value;
  const text = element?.attrs[element.type === 'bpmn:TextAnnotation' ? 'text' : 'name'];
  return typeof text === 'string' ? text : '';
}
