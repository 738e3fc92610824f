import { type ElementId, newDocument, type ProcessDocument, planes } from '@/lib/document';
import { kindById } from '../kinds';
import { append } from '../operations/append';
import { addBoundary } from '../operations/attach';
import { place } from '../operations/drop';
import { type Edited, type EditResult, isRefused } from '../types';

/** The result of an operation that a test expects to succeed. */
export function done(result: EditResult): Edited {
  if (isRefused(result)) throw new Error(`Refused: ${result.refused}`);
  return result;
}

/** The plane of a document with one diagram. */
export const planeId = (document: ProcessDocument): ElementId => planes(document)[0]?.id ?? '';

/** start → task → gateway → approval → end, with a timer on the task; ids by role. */
export function sample(): {
  document: ProcessDocument;
  ids: Record<'start' | 'task' | 'gateway' | 'approval' | 'end' | 'timer', ElementId>;
} {
  let document = newDocument({ name: 'Sample', processId: 'Process_sample' });
  const start = Object.values(document.elements).find((e) => e.type === 'bpmn:StartEvent')?.id ?? '';
  const ids = { start, task: '', gateway: '', approval: '', end: '', timer: '' };
  let last = start;
  for (const [role, kind] of [
    ['task', 'task'],
    ['gateway', 'exclusive-gateway'],
    ['approval', 'approval'],
    ['end', 'end-event'],
  ] as const) {
    const result = done(append(document, last, kindById(kind)));
    document = result.document;
    last = result.select[0] ?? '';
    ids[role] = last;
  }
  const timer = done(addBoundary(document, kindById('boundary-event.timer'), ids.task, { x: 310, y: 218 }));
  ids.timer = timer.select[0] ?? '';
  return { document: timer.document, ids };
}

/** A sub-process with a start event beside the sample's steps. */
export function withSubProcess(document: ProcessDocument): { document: ProcessDocument; sub: ElementId } {
  const result = done(
    place(document, kindById('sub-process'), { plane: planeId(document), at: { x: 400, y: 600 } }),
  );
  return { document: result.document, sub: result.select[0] ?? '' };
}
