import { type DocElement, get, incoming, outgoing, type ProcessDocument, ref } from '@/lib/document';
import { remove } from '@/lib/editing';
import { type Fixer, fix } from './fix';

/** A line that can't stay where it is. */
export const deleteLine: Fixer = ({ document, element }) =>
  /Flow$/.test(element.type) ? [fix('Delete the arrow', () => remove(document, [element.id]))] : [];

/** Arrows that an event may not have go, as long as what they led to is still led to. */
export const deleteForbidden: Fixer = ({ document, element }) => {
  const into = element.type === 'bpmn:EndEvent' ? [] : incoming(document, element.id);
  const out = element.type === 'bpmn:EndEvent' ? outgoing(document, element.id) : [];
  const forbidden = [...into, ...out];
  if (forbidden.length === 0 || !out.every((flow) => hasOtherWayIn(document, flow, element))) return [];
  const label = forbidden.length === 1 ? 'Delete the arrow' : 'Delete the arrows';
  return [
    fix(label, () =>
      remove(
        document,
        forbidden.map(({ id }) => id),
      ),
    ),
  ];
};

function hasOtherWayIn(document: ProcessDocument, flow: DocElement, source: DocElement): boolean {
  const target = get(document, ref(flow, 'targetRef'));
  return (
    target !== undefined && incoming(document, target.id).some((each) => ref(each, 'sourceRef') !== source.id)
  );
}
