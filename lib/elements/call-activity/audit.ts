import type { AuditDescriber } from '../audit-types';

/** A called process in words. */
export const callAudit: AuditDescriber = (event, { elementName }) => {
  switch (event.type) {
    case 'call.started':
      return { title: `${elementName} called “${event.data.processKey}”`, tone: 'neutral' };
    case 'call.returned':
      return { title: `${elementName}: the called process is completed`, tone: 'positive' };
    case 'call.failed':
      return {
        title: `${elementName}: the called process failed`,
        detail: event.data.message,
        tone: 'negative',
      };
    case 'call.cancelled':
      return {
        title: `${elementName}: the called process was cancelled`,
        detail: event.data.reason,
        tone: 'neutral',
      };
    default:
      return undefined;
  }
};
