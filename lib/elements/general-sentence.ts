import type { EngineEvent } from '@/engine/core/events';
import { exchangeAudit } from '@/lib/triggers/exchange-audit';
import type { AuditContext, AuditSentence, Sentences } from './audit-types';
import { callAudit } from './call-activity/audit';
import { momentInWords } from './moment';
import { workAudit } from './service-task/audit';
import { taskAudit } from './user-task/audit';

const SENTENCES: Sentences = {
  'instance.started': ({ businessKey }, { actor }) => ({
    title: `${actor.name} started the process`,
    ...(businessKey ? { detail: businessKey } : {}),
    tone: 'neutral',
  }),
  'instance.completed': () => ({ title: 'The process is completed', tone: 'positive' }),
  'instance.terminated': ({ reason }, { actor }) => ({
    title: `${actor.name} cancelled the process`,
    detail: reason,
    tone: 'negative',
  }),
  'instance.failed': ({ message, errorCode }) => ({
    title: 'The process failed',
    detail: errorCode ? `${message} (${errorCode})` : message,
    tone: 'negative',
  }),
  'element.activated': (_data, { elementName }) => ({ title: `${elementName} began`, tone: 'neutral' }),
  'element.completed': (_data, { elementName }) => ({ title: `${elementName} completed`, tone: 'neutral' }),
  'element.terminated': ({ reason }, { elementName }) => ({
    title: `${elementName} was stopped`,
    ...(reason ? { detail: reason } : {}),
    tone: 'neutral',
  }),
  'boundary.attached': (_data, { elementName }) => ({ title: `${elementName} listens`, tone: 'neutral' }),
  'boundary.detached': (_data, { elementName }) => ({
    title: `${elementName} no longer listens`,
    tone: 'neutral',
  }),
  'flow.taken': (_data, { elementName }) => ({ title: `Went on along ${elementName}`, tone: 'neutral' }),
  'join.passed': ({ arrivals }, { elementName }) => ({
    title: `${elementName}: all ${arrivals.length} paths have arrived`,
    tone: 'neutral',
  }),
  'arrivals.discarded': () => ({ title: 'Paths on their way were ended', tone: 'neutral' }),
  'variables.set': ({ variables, reason }) => ({
    title: `Set ${listed(Object.keys(variables))}`,
    ...(reason ? { detail: reason } : {}),
    tone: 'neutral',
  }),
  'expressions.answered': (_data, { elementName }) => ({
    title: `${elementName}: expressions computed`,
    tone: 'neutral',
  }),
  'work.cancelled': (_data, { elementName }) => ({
    title: `${elementName}: work withdrawn`,
    tone: 'neutral',
  }),
  'task.skipped': ({ because }, { elementName }) => ({
    title: `${elementName} was not required`,
    detail: because,
    tone: 'neutral',
  }),
  'timer.set': ({ dueAt }, { elementName }) => ({
    title: `${elementName}: timer set`,
    detail: `Due ${momentInWords(dueAt)}`,
    tone: 'neutral',
  }),
  'timer.fired': (_data, { elementName }) => ({ title: `${elementName}: time is up`, tone: 'attention' }),
  'timer.cancelled': (_data, { elementName }) => ({
    title: `${elementName}: timer withdrawn`,
    tone: 'neutral',
  }),
  'listener.attached': (_data, { elementName }) => ({ title: `${elementName} listens`, tone: 'neutral' }),
  'listener.detached': (_data, { elementName }) => ({
    title: `${elementName} no longer listens`,
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
  'error.thrown': ({ errorCode, message, caughtBy }, { elementName }) => ({
    title: `${elementName}: error ${errorCode ? `“${errorCode}”` : 'without code'}`,
    detail: caughtBy ? `${message} — caught` : message,
    tone: 'negative',
  }),
  'incident.raised': ({ message }, { elementName }) => ({
    title: `${elementName} needs attention`,
    detail: message,
    tone: 'negative',
  }),
  'incident.resolved': ({ reason }, { actor, elementName }) => ({
    title: `${actor.name} resolved the incident at ${elementName}`,
    detail: reason,
    tone: 'positive',
  }),
};

/** What an event means, whichever element it is about. */
export function generalSentence(event: EngineEvent, context: AuditContext): AuditSentence {
  const specific =
    workAudit(event, context) ??
    taskAudit(event, context) ??
    exchangeAudit(event, context) ??
    callAudit(event, context);
  if (specific) return specific;
  // the table's key and the event's data belong together by construction; TypeScript can't follow the lookup
  const describe = SENTENCES[event.type] as
    | ((data: unknown, context: AuditContext) => AuditSentence)
    | undefined;
  return (
    describe?.(event.data, context) ?? { title: `${context.elementName}: ${event.type}`, tone: 'neutral' }
  );
}

function listed(names: readonly string[]): string {
  if (names.length <= 3) return names.join(', ') || 'nothing';
  return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
