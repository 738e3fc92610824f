import {
  boundsOf,
  childrenOf,
  type ElementId,
  edgeOf,
  elementsOfType,
  get,
  newElement,
  newId,
  type ProcessDocument,
  processes,
  processOf,
  ref,
  shapeOf,
} from '@/lib/document';
import { addEdge, endsOf, routeBetween } from '../di';
import { Edit, subtree } from '../edit';
import { followEdges } from '../follow';
import { connectionsOf } from '../place';
import { label } from '../rules';
import { type EditResult, refuse } from '../types';
import { setEnd } from './connect';
import { removeAll } from './remove';
import { resizeIn } from './resize';

/** A pool that doesn't show its process: height in diagram pixels. */
export const BLACK_BOX = { width: 600, height: 60 };
const OPEN = { width: 600, height: 250 };

/** Whether a pool shows no process: a partner known by messages only. */
export const isBlackBox = (document: ProcessDocument, pool: ElementId): boolean =>
  get(document, pool)?.type === 'bpmn:Participant' && !get(document, ref(get(document, pool), 'processRef'));

/** What a pool would lose as a black box, in plain words; empty when it is empty. */
export function lossesOfBlackBox(document: ProcessDocument, pool: ElementId): string[] {
  const process = ref(get(document, pool), 'processRef') ?? '';
  const nodes = childrenOf(document, process, 'flowElements').filter(
    (node) => node.type !== 'bpmn:SequenceFlow',
  );
  const lanes = childrenOf(document, process, 'laneSets').length > 0;
  const many = nodes.length === 1 ? 'The step in it' : `The ${nodes.length} elements in it`;
  return [...(nodes.length > 0 ? [many] : []), ...(lanes ? ['Its lanes'] : [])];
}

/**
 * Lets a pool show nothing but its name: its process goes with all that is in it, messages from and to the inside
 * end at the pool from then on. The only process of a drawing can't go.
 */
export function toBlackBox(document: ProcessDocument, pool: ElementId): EditResult {
  const bounds = boundsOf(document, pool);
  const process = ref(get(document, pool), 'processRef');
  if (get(document, pool)?.type !== 'bpmn:Participant' || !bounds)
    return refuse('This is no pool that is drawn');
  if (!process || !get(document, process)) return refuse(`${label(document, pool)} shows no process already`);
  if (processes(document).length < 2) return refuse('The only process of a drawing must be shown');
  if (poolsOf(document, process).length > 1) return refuse('Another pool shows the same process');
  const edit = new Edit(document);
  liftMessages(edit, pool, process);
  edit.ref(pool, 'processRef', undefined);
  removeAll(edit, [process]);
  const shape = shapeOf(edit.document, pool);
  if (shape) edit.attr(shape.id, 'isExpanded', undefined);
  resizeIn(edit, pool, { ...bounds, height: BLACK_BOX.height });
  return {
    document: edit.document,
    select: [pool],
    announce: `${label(document, pool)} shows no process any more`,
  };
}

/** Lets a pool show a process of its own, which is empty at first. */
export function toOpenPool(document: ProcessDocument, pool: ElementId): EditResult {
  const bounds = boundsOf(document, pool);
  if (get(document, pool)?.type !== 'bpmn:Participant' || !bounds)
    return refuse('This is no pool that is drawn');
  if (!isBlackBox(document, pool)) return refuse(`${label(document, pool)} shows its process already`);
  const edit = new Edit(document);
  const process = newId('Process', document);
  edit.add(
    newElement('bpmn:Process', process, document.root, 'rootElements', { attrs: { isExecutable: false } }),
  );
  edit.ref(pool, 'processRef', process);
  const size = { width: Math.max(OPEN.width, bounds.width), height: Math.max(OPEN.height, bounds.height) };
  resizeIn(edit, pool, { ...bounds, ...size });
  return { document: edit.document, select: [pool], announce: `${label(document, pool)} shows its process` };
}

const poolsOf = (document: ProcessDocument, process: ElementId) =>
  elementsOfType(document, 'bpmn:Participant').filter((pool) => ref(pool, 'processRef') === process);

/** Messages to and from what is in the pool end at the pool itself; those inside it go. */
function liftMessages(edit: Edit, pool: ElementId, process: ElementId): void {
  const inside = new Set(subtree(edit.document, process));
  const lines = connectionsOf(edit.document, inside).filter((line) => line.type === 'bpmn:MessageFlow');
  for (const { id, refs } of lines) {
    const [a, b] = [inside.has(String(refs.sourceRef)), inside.has(String(refs.targetRef))];
    if (a && b) continue;
    const other = String(a ? refs.targetRef : refs.sourceRef);
    if (other === pool || processOf(edit.document, other)?.id === process) continue;
    setEnd(edit, id, a ? 'source' : 'target', pool);
    drawHidden(edit, id);
  }
  followEdges(edit, [pool]);
}

/** A message whose end was hidden in a closed sub-process was not drawn; now both ends are there. */
function drawHidden(edit: Edit, line: ElementId): void {
  const { source, target } = endsOf(edit.document, line);
  const planes = [source, target].map((end) => shapeOf(edit.document, end ?? '')?.parent);
  const points = routeBetween(edit.document, 'bpmn:MessageFlow', source, target);
  if (edgeOf(edit.document, line) || !points || !planes[0] || planes[0] !== planes[1]) return;
  addEdge(edit, planes[0], line, points);
}
