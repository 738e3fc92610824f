import {
  boundaryEvents,
  childrenOf,
  type ElementId,
  get,
  incoming,
  newElement,
  newId,
  outgoing,
  type ProcessDocument,
} from '@/lib/document';
import { Edit } from '../edit';
import { canContain, label } from '../rules';
import { isActivity, isSubProcess, traitsOf } from '../traits';
import { type EditResult, isRefused, refuse } from '../types';

/** How often a step is carried out: once, in a loop, or once for each item of a list. */
export type Repetition = 'none' | 'loop' | 'parallel' | 'sequential';

/** How a step repeats now; undefined for what is no step. */
export function repetitionOf(document: ProcessDocument, id: ElementId): Repetition | undefined {
  if (!isActivity(get(document, id)?.type ?? '')) return undefined;
  const [loop] = childrenOf(document, id, 'loopCharacteristics');
  if (!loop) return 'none';
  if (loop.type === 'bpmn:StandardLoopCharacteristics') return 'loop';
  return loop.attrs.isSequential === true ? 'sequential' : 'parallel';
}

/** Sets how a step repeats. From parallel to sequential its list and condition are kept; a loop begins anew. */
export function setRepetition(document: ProcessDocument, id: ElementId, to: Repetition): EditResult {
  const now = repetitionOf(document, id);
  if (now === undefined) return refuse('Only steps and sub-processes repeat');
  if (get(document, id)?.attrs.triggeredByEvent === true && to !== 'none')
    return refuse('An event sub-process runs as often as its event happens');
  if (now === to) return { document, select: [id], announce: 'Nothing changed' };
  const edit = new Edit(document);
  const [loop] = childrenOf(document, id, 'loopCharacteristics');
  const list = (repetition: Repetition) => repetition === 'parallel' || repetition === 'sequential';
  if (loop && list(now) && list(to)) edit.attr(loop.id, 'isSequential', to === 'sequential' || undefined);
  else {
    edit.remove(loop ? [loop.id] : []);
    if (to !== 'none') plantLoop(edit, id, to);
  }
  return { document: edit.document, select: [id], announce: `${WORDS[to]}: ${label(document, id)}` };
}

const WORDS: Record<Repetition, string> = {
  none: 'Done once',
  loop: 'Repeats in a loop',
  parallel: 'Done for each item at once',
  sequential: 'Done for each item in turn',
};

function plantLoop(edit: Edit, id: ElementId, to: Repetition): void {
  const kind = to === 'loop' ? 'StandardLoopCharacteristics' : 'MultiInstanceLoopCharacteristics';
  const loop = newElement(`bpmn:${kind}`, newId(kind, edit.document), id, 'loopCharacteristics');
  edit.add(to === 'sequential' ? { ...loop, attrs: { isSequential: true } } : loop);
}

/** Makes a step one that undoes another, or an ordinary one again. */
export function setForCompensation(document: ProcessDocument, id: ElementId, on: boolean): EditResult {
  const element = get(document, id);
  if (!element || !isActivity(element.type)) return refuse('Only steps and sub-processes undo others');
  if (on && element.attrs.triggeredByEvent === true)
    return refuse('An event sub-process undoes no other step');
  if (on && incoming(document, id).length + outgoing(document, id).length > 0)
    return refuse('A compensation step has no flows: delete the flows at this step first');
  if (on && boundaryEvents(document, id).length > 0)
    return refuse('A compensation step carries no boundary events: delete those of this step first');
  const edit = new Edit(document);
  edit.attr(id, 'isForCompensation', on || undefined);
  const what = on ? 'Undoes another step' : 'An ordinary step';
  return { document: edit.document, select: [id], announce: `${what}: ${label(document, id)}` };
}

/** Turns a sub-process into an ad-hoc one, whose steps are done in any order, or back. */
export function setAdHoc(document: ProcessDocument, id: ElementId, on: boolean): EditResult {
  const element = get(document, id);
  if (!element || !isSubProcess(element.type)) return refuse('Only sub-processes can be ad-hoc');
  if (element.attrs.triggeredByEvent === true)
    return refuse('An event sub-process is begun by its event, not ad hoc');
  if (element.type === 'bpmn:Transaction')
    return refuse('A transaction is not ad-hoc: make it a sub-process first');
  const refusal = on ? contentRefusal(document, id, 'bpmn:AdHocSubProcess') : undefined;
  if (refusal) return refuse(refusal);
  const edit = new Edit(document);
  edit.patch(id, { type: on ? 'bpmn:AdHocSubProcess' : 'bpmn:SubProcess' });
  if (!on) {
    edit.attr(id, 'ordering', undefined);
    edit.attr(id, 'cancelRemainingInstances', undefined);
    edit.value(id, 'completionCondition', undefined);
  }
  const what = on ? 'Steps in any order' : 'Steps in their order';
  return { document: edit.document, select: [id], announce: `${what}: ${label(document, id)}` };
}

/** Why what is in a sub-process couldn't stand in one of another type; undefined when it can. */
export function contentRefusal(document: ProcessDocument, id: ElementId, type: string): string | undefined {
  for (const child of childrenOf(document, id, 'flowElements')) {
    const traits = traitsOf(document, child.id);
    const rule = traits && canContain(document, traits, id, type);
    if (rule && isRefused(rule)) return `${rule.refused}: move ${label(document, child.id)} out first`;
  }
  return undefined;
}
