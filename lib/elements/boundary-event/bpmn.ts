import { z } from 'zod';
import type { CompileContext } from '@/engine/compile/registry';
import { eventDefinitionOf, mustGet } from '@/lib/document';
import { compileTimer, readTimer, timerOf, timerView, writeTimer } from '@/lib/triggers/timer/bpmn';
import type { BpmnBinding } from '../define';
import { errorCodeOf, writeErrorCode } from '../end-event/bpmn';
import { joinPatches } from '../patch';
import type { BoundaryEventConfig } from './config';

export const boundaryEventSchema = z.object({
  trigger: z.enum(['timer', 'error']).default('timer'),
  /** Whether the step is stopped when it happens; errors always stop it. */
  interrupting: z.boolean().default(true),
  timer: timerView.default({ kind: 'duration', value: '' }),
  /** Empty catches every error. */
  errorCode: z.string().default(''),
});
type View = z.infer<typeof boundaryEventSchema>;

export const boundaryEventBpmn: BpmnBinding<View> = {
  read: (document, id) => ({
    trigger: timerOf(document, id) ? 'timer' : 'error',
    interrupting: mustGet(document, id).attrs.cancelActivity !== false,
    timer: readTimer(document, id),
    errorCode: errorCodeOf(document, id) ?? '',
  }),
  write(view, document, id) {
    const own = { update: { [id]: { attrs: { cancelActivity: view.interrupting ? null : false } } } };
    return joinPatches(
      own,
      view.trigger === 'timer'
        ? writeTimer(view.timer, document, id)
        : writeErrorCode(view.errorCode.trim(), document, id),
    );
  },
};

export function compileBoundaryEvent(context: CompileContext): BoundaryEventConfig {
  const { document, element } = context;
  if (timerOf(document, element.id)) return { trigger: 'timer', timer: compileTimer(context) };
  const definition = eventDefinitionOf(document, element.id);
  const variable = (name: string) => {
    const value = definition?.attrs[`camunda:${name}`];
    return value === undefined || value === '' ? undefined : String(value);
  };
  const codeVariable = variable('errorCodeVariable');
  const messageVariable = variable('errorMessageVariable');
  return {
    trigger: 'error',
    errorCode: errorCodeOf(document, element.id) ?? null,
    ...(codeVariable ? { codeVariable } : {}),
    ...(messageVariable ? { messageVariable } : {}),
  };
}
