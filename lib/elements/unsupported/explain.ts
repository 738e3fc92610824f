import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { typeName } from './names';

/** Why an element can't run: what is left of BPMN is no part of a process. */
export function explainUnsupported(_document: ProcessDocument, element: DocElement): string {
  const name = typeName(element);
  const article = /^[aeiou]/.test(name) ? 'An' : 'A';
  const instead = INSTEAD.get(element.type) ?? '';
  return `${article} ${name} is drawn and kept, but can’t run here.${instead}`;
}

/** Choreographies describe what happens between processes; nobody executes them (BPMN 2.0.2, 2.1). */
const CHOREOGRAPHY =
  ' It describes what happens between partners and is not part of a process that runs: draw the steps of each partner in a pool.';

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['bpmn:ChoreographyTask', CHOREOGRAPHY],
  ['bpmn:SubChoreography', CHOREOGRAPHY],
  ['bpmn:CallChoreography', CHOREOGRAPHY],
  ['bpmn:ImplicitThrowEvent', ' It belongs into the repetition of a step: use a throw event.'],
]);
