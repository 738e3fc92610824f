import { type ElementId, get, type ProcessDocument } from '@/lib/document';
import {
  type EditResult,
  isActivity,
  isSubProcess,
  type Repetition,
  repetitionOf,
  setAdHoc,
  setForCompensation,
  setRepetition,
} from '@/lib/editing';

export type MarkerId = 'loop' | 'miParallel' | 'miSequential' | 'compensation' | 'adHoc';

/** A marker of a step that can be set or taken away. */
export interface MarkerTool {
  id: MarkerId;
  label: string;
  on: boolean;
  toggle: (document: ProcessDocument) => EditResult;
}

const REPETITIONS: readonly [MarkerId, Repetition, string][] = [
  ['loop', 'loop', 'Loop: again while a condition holds'],
  ['miParallel', 'parallel', 'For each item, all at once'],
  ['miSequential', 'sequential', 'For each item, one after the other'],
];

/** The markers of an activity in the order of the standard; none for other elements. */
export function markerTools(document: ProcessDocument, id: ElementId): MarkerTool[] {
  const element = get(document, id);
  if (!element || !isActivity(element.type)) return [];
  const now = repetitionOf(document, id);
  const undoes = element.attrs.isForCompensation === true;
  const adHoc = element.type === 'bpmn:AdHocSubProcess';
  const tools = REPETITIONS.map(([marker, repetition, label]): MarkerTool => {
    const on = now === repetition;
    return { id: marker, label, on, toggle: (doc) => setRepetition(doc, id, on ? 'none' : repetition) };
  });
  tools.push({
    id: 'compensation',
    label: 'Compensation: undoes another step',
    on: undoes,
    toggle: (doc) => setForCompensation(doc, id, !undoes),
  });
  if (isSubProcess(element.type))
    tools.push({
      id: 'adHoc',
      label: 'Ad-hoc: steps in any order',
      on: adHoc,
      toggle: (doc) => setAdHoc(doc, id, !adHoc),
    });
  return tools;
}
