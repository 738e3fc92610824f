import { compensates } from '@/engine/compile/compensation';
import type { ProcessDocument } from '@/engine/compile/document';
import { flowModel } from '@/engine/compile/flow-model';

/** Ids of the activities that a throwing event can have undone: those of its process that have a compensation event. */
export function compensableActivities(document: ProcessDocument, eventId: string): string[] {
  const { nodes } = flowModel(document);
  const process = nodes.get(eventId)?.process;
  return [...nodes.values()]
    .filter((node) => node.process === process && node.boundary.some((each) => compensates(document, each)))
    .map((node) => node.id);
}
