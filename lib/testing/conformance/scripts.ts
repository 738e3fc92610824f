import { variableOf } from '@/engine/compile/data-names';
import type { ProcessDocument } from '@/engine/compile/document';
import { children } from '@/engine/compile/read';
import type { Behavior, Step } from '@/engine/core/behavior';
import type { JsonObject } from '@/engine/core/json';
import type { Worker } from '@/engine/testing/world';
import { globalScript, globalTaskOf } from '@/lib/elements/call-activity/bpmn';

/** How long the steps take whose duration matters, in milliseconds. */
const DURATION = { WAIT_TEN_SECONDS: 10_000, CREATE_TIMESTAMP_LOG: 1_000 };

/** The script word of a task, or of the global task that a call activity calls; empty for anything else. */
export function scriptOf(document: ProcessDocument, elementId: string): string {
  const element = document.elements[elementId];
  const called = element?.type === 'bpmn:CallActivity' ? globalTaskOf(document, element) : undefined;
  if (called) return globalScript(called);
  return typeof element?.attrs.script === 'string' ? element.attrs.script.trim() : '';
}

const LONG = /^(?:WAIT|CREATE_TIMESTAMP)/;

/** Script tasks of a corpus whose scripts are single words: most pass at once, some take time or throw. */
export const scriptBehavior = (document: ProcessDocument): Behavior => ({
  activate(step) {
    const script = scriptOf(document, step.node.id);
    const { integerVariable } = step.variables();
    if (LONG.test(script) || script === 'THROW_ERROR')
      step.createWork({ workType: 'script', retries: 1, payload: script });
    else if (script.startsWith('INCREMENT')) step.complete({ integerVariable: Number(integerVariable) + 1 });
    else if (script === 'SET_STRING_DATA') step.complete(written(document, step.node.id));
    else {
      if (script === 'LOG_DATA') step.note({ correct: isCorrect(document, step) });
      step.complete();
    }
  },
});

/** A step that reads or writes the data calls it `data`, or what its inputs or outputs are called. */
function namesOf(
  document: ProcessDocument,
  elementId: string,
  property: 'dataInputs' | 'dataOutputs',
): string[] {
  const element = document.elements[elementId];
  const [specification] = element ? children(document, element, 'ioSpecification') : [];
  const items = specification ? children(document, specification, property) : [];
  return ['data', ...items.map((item) => variableOf(document, item))];
}

const written = (document: ProcessDocument, elementId: string): JsonObject =>
  Object.fromEntries(namesOf(document, elementId, 'dataOutputs').map((name) => [name, 'String']));

const isCorrect = (document: ProcessDocument, step: Step): boolean =>
  namesOf(document, step.node.id, 'dataInputs').some((name) => step.variables()[name] === 'String');

/** Does what the scripts say that take time or throw. */
export const scriptWorker: Worker = ({ payload }) => {
  if (payload === 'THROW_ERROR') return { do: 'throw', errorCode: 'ERR_CODE' };
  const after = String(payload).startsWith('WAIT')
    ? DURATION.WAIT_TEN_SECONDS
    : DURATION.CREATE_TIMESTAMP_LOG;
  return { do: 'complete', after };
};
