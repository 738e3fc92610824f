import { type ElementId, get, nameOf, type ProcessDocument, planes } from '@/lib/document';
import { planeTrail } from '@/lib/editing';

/** The planes from the whole diagram down to the one that is shown, with what they are called. */
export function trailOf(document: ProcessDocument, plane: ElementId): { plane: ElementId; title: string }[] {
  const trail = planeTrail(document, plane).map((step) => ({
    plane: step.plane,
    title: nameOf(get(document, step.element)) || step.element,
  }));
  const [first] = planes(document);
  // A file may draw the inside without the step it belongs to: the first drawing is the way out.
  if (first && trail[0]?.plane !== first.id) trail.unshift({ plane: first.id, title: 'Diagram' });
  return trail;
}
