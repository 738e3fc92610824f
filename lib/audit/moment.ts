import 'server-only';
import { evolve } from '@/engine/core';
import type { InstanceState } from '@/engine/core/state';
import type { RecordedTransition } from '@/engine/host/ports';
import { type DiagramView, diagramView, planeChoices } from '@/lib/document';
import { wholeHistory } from '@/lib/instances/history';
import { withStates } from '@/lib/tasks/diagram';
import { instanceNames } from './names';

/** The history up to and including an event. */
function until(history: readonly RecordedTransition[], seq: number): RecordedTransition[] {
  return history
    .filter((one) => one.firstSeq <= seq)
    .map((one) => ({ ...one, events: one.events.slice(0, seq - one.firstSeq + 1) }));
}

/** An instance just before an event, and its drawing just after it. */
export interface Moment {
  before: InstanceState | null;
  /** Null for events about no element. */
  diagram: DiagramView | null;
}

/** Folds an instance up to an event, with the `evolve` that wrote it. */
export async function momentOf(instanceId: string, seq: number, elementId: string | null): Promise<Moment> {
  const [history, names] = await Promise.all([wholeHistory(instanceId), instanceNames([instanceId])]);
  const before = until(history, seq - 1)
    .flatMap((one) => one.events)
    .reduce<InstanceState | null>((state, event) => evolve(state, event), null);
  const document = names.get(instanceId)?.document;
  if (!document || !elementId) return { before, diagram: null };
  const view = planeChoices(document)
    .map((plane) => diagramView(document, { plane: plane.id }))
    .find(({ nodes }) => nodes.some((node) => node.id === elementId));
  return { before, diagram: view ? withStates(view, until(history, seq), elementId) : null };
}
