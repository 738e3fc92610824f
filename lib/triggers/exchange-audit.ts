import type { AuditDescriber } from '@/lib/elements/audit-types';

/** Messages, signals, conditions, escalations and compensation in words. */
export const exchangeAudit: AuditDescriber = (event, { elementName }) => {
  switch (event.type) {
    case 'message.awaited':
      return {
        title: `${elementName} waits for the message “${event.data.name}”`,
        ...keyed(event.data.correlationKey),
        tone: 'attention',
      };
    case 'message.received':
      return { title: `${elementName}: message “${event.data.name}” came`, tone: 'positive' };
    case 'message.forgone':
      return { title: `${elementName} no longer waits for its message`, tone: 'neutral' };
    case 'message.sent':
      return {
        title: `${elementName} sent the message “${event.data.name}”`,
        ...keyed(event.data.correlationKey),
        tone: 'neutral',
      };
    case 'signal.awaited':
      return { title: `${elementName} waits for the signal “${event.data.name}”`, tone: 'attention' };
    case 'signal.received':
      return { title: `${elementName}: signal “${event.data.name}” came`, tone: 'positive' };
    case 'signal.forgone':
      return { title: `${elementName} no longer waits for its signal`, tone: 'neutral' };
    case 'signal.sent':
      return { title: `${elementName} sent the signal “${event.data.name}”`, tone: 'neutral' };
    case 'condition.awaited':
      return { title: `${elementName} waits for its condition`, tone: 'attention' };
    case 'condition.changed':
      return {
        title: `${elementName}: the condition is ${event.data.holds ? 'true' : 'false'} now`,
        tone: 'neutral',
      };
    case 'condition.met':
      return { title: `${elementName}: the condition is met`, tone: 'positive' };
    case 'condition.forgone':
      return { title: `${elementName} no longer waits for its condition`, tone: 'neutral' };
    case 'escalation.thrown':
      return {
        title: `${elementName} escalated ${event.data.code ? `“${event.data.code}”` : 'without a code'}`,
        detail: event.data.caughtBy ? `Caught by ${event.data.caughtBy}` : 'Nothing caught it',
        tone: 'attention',
      };
    case 'compensation.started':
      return {
        title: `${elementName} undoes ${steps(event.data.undo.length)}`,
        tone: 'attention',
      };
    case 'compensation.handed-on':
      return event.data.awaited
        ? { title: `${elementName} waits for what is being undone`, tone: 'neutral' }
        : { title: `${elementName} undoes while the process goes on`, tone: 'neutral' };
    default:
      return undefined;
  }
};

const keyed = (key: string | null): { detail?: string } => (key === null ? {} : { detail: `Key ${key}` });
const steps = (count: number): string => (count === 1 ? 'one step' : `${count} steps`);
