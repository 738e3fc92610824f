import { formal, tag } from './xml';

/** Event definitions; `id` makes one that stands at the root, to be referred to. */
export const signal = (ref: string, id?: string): string =>
  tag('signalEventDefinition', { id, signalRef: ref });
export const message = (ref: string, id?: string): string =>
  tag('messageEventDefinition', { id, messageRef: ref });
export const error = (ref?: string, id?: string): string =>
  tag('errorEventDefinition', { id, errorRef: ref });
export const escalation = (ref?: string, id?: string): string =>
  tag('escalationEventDefinition', { id, escalationRef: ref });
export const compensation = (activityRef?: string, id?: string): string =>
  tag('compensateEventDefinition', { id, activityRef });
export const compensationMeanwhile = (): string =>
  tag('compensateEventDefinition', { waitForCompletion: false });
export const after = (duration: string, id?: string): string =>
  tag('timerEventDefinition', { id }, formal('timeDuration', duration));
export const every = (cycle: string, id?: string): string =>
  tag('timerEventDefinition', { id }, formal('timeCycle', cycle));
export const when = (condition: string, id?: string): string =>
  tag('conditionalEventDefinition', { id }, formal('condition', condition));
export const cancel = (): string => tag('cancelEventDefinition', {});
export const terminate = (): string => tag('terminateEventDefinition', {});
export const link = (name: string): string => tag('linkEventDefinition', { name });

/** Refers to a definition at the root. */
export const reference = (id: string): string => `<bpmn:eventDefinitionRef>${id}</bpmn:eventDefinitionRef>`;

/** Root elements that event definitions refer to. */
export const roots = [
  tag('signal', { id: 's', name: 's' }),
  tag('signal', { id: 's2', name: 's2' }),
  tag('message', { id: 'm', name: 'm' }),
  tag('message', { id: 'm2', name: 'm2' }),
  tag('error', { id: 'e', name: 'e', errorCode: 'ERR_CODE' }),
  tag('error', { id: 'e2', name: 'e2', errorCode: 'OTHER' }),
  tag('escalation', { id: 'x', name: 'x', escalationCode: 'ESC' }),
].join('');
