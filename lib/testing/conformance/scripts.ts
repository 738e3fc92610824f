import type { ProcessDocument } from '@/engine/compile/document';
import type { Behavior } from '@/engine/core/behavior';
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
    else if (script === 'SET_STRING_DATA') step.complete({ data: 'String' });
    else step.complete();
  },
});

/** Does what the scripts say that take time or throw. */
export const scriptWorker: Worker = ({ payload }) => {
  if (payload === 'THROW_ERROR') return { do: 'throw', errorCode: 'ERR_CODE' };
  const after = String(payload).startsWith('WAIT')
    ? DURATION.WAIT_TEN_SECONDS
    : DURATION.CREATE_TIMESTAMP_LOG;
  return { do: 'complete', after };
};
