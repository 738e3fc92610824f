import type { Sentences } from './audit-types';

/** What the events about messages, signals, conditions, calls, loops and compensation mean. */
export const exchangeSentences: Sentences = {
  'listener.attached': (_data, { elementName }) => ({ title: `${elementName} listens`, tone: 'neutral' }),
  'listener.detached': (_data, { elementName }) => ({
    title: `${elementName} no longer listens`,
    tone: 'neutral',
  }),
  'message.awaited': ({ name, correlationKey }, { elementName }) => ({
    title: `${elementName} waits for the message “${name}”`,
    ...(correlationKey === null ? {} : { detail: `With the key ${correlationKey}` }),
    tone: 'neutral',
  }),
  'message.received': ({ name }, { elementName }) => ({
    title: `${elementName}: message “${name}” received`,
    tone: 'positive',
  }),
  'message.forgone': (_data, { elementName }) => ({
    title: `${elementName} no longer waits for its message`,
    tone: 'neutral',
  }),
  'message.sent': ({ name, correlationKey }, { elementName }) => ({
    title: `${elementName}: message “${name}” sent`,
    ...(correlationKey === null ? {} : { detail: `With the key ${correlationKey}` }),
    tone: 'neutral',
  }),
  'signal.awaited': ({ name }, { elementName }) => ({
    title: `${elementName} waits for the signal “${name}”`,
    tone: 'neutral',
  }),
  'signal.received': ({ name }, { elementName }) => ({
    title: `${elementName}: signal “${name}” received`,
    tone: 'positive',
  }),
  'signal.forgone': (_data, { elementName }) => ({
    title: `${elementName} no longer waits for its signal`,
    tone: 'neutral',
  }),
  'signal.sent': ({ name }, { elementName }) => ({
    title: `${elementName}: signal “${name}” sent`,
    tone: 'neutral',
  }),
  'condition.awaited': (_data, { elementName }) => ({
    title: `${elementName} waits for its condition`,
    tone: 'neutral',
  }),
  'condition.changed': (_data, { elementName }) => ({
    title: `${elementName}: the condition no longer holds`,
    tone: 'neutral',
  }),
  'condition.met': (_data, { elementName }) => ({
    title: `${elementName}: the condition holds`,
    tone: 'positive',
  }),
  'condition.forgone': (_data, { elementName }) => ({
    title: `${elementName} no longer waits for its condition`,
    tone: 'neutral',
  }),
  'escalation.thrown': ({ code, caughtBy }, { elementName }) => ({
    title: `${elementName}: escalation ${code ? `“${code}”` : 'without code'}`,
    ...(caughtBy === null ? { detail: 'Nothing reacts to it' } : {}),
    tone: 'attention',
  }),
  'call.started': ({ processKey, attempt }, { elementName }) => ({
    title: `${elementName} calls ${processKey}`,
    ...(attempt > 1 ? { detail: `Attempt ${attempt}` } : {}),
    tone: 'neutral',
  }),
  'call.returned': (_data, { elementName }) => ({
    title: `${elementName}: the called process is completed`,
    tone: 'positive',
  }),
  'call.failed': ({ message }, { elementName }) => ({
    title: `${elementName}: the called process was not completed`,
    detail: message,
    tone: 'negative',
  }),
  'call.cancelled': ({ reason }, { elementName }) => ({
    title: `${elementName}: the called process is cancelled`,
    detail: reason,
    tone: 'neutral',
  }),
  'loop.started': ({ total }, { elementName }) => ({
    title: total === null ? `${elementName} is repeated` : `${elementName} runs ${total} times`,
    tone: 'neutral',
  }),
  'loop.gathered': ({ iteration }, { elementName }) => ({
    title: `${elementName}: result ${iteration} kept`,
    tone: 'neutral',
  }),
  'compensation.started': ({ undo }, { elementName }) => ({
    title: `${elementName}: ${undo.length === 1 ? '1 step is' : `${undo.length} steps are`} undone`,
    tone: 'attention',
  }),
};
