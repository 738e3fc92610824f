import type { AuditDescriber } from '../audit-types';

/** Work by whoever does it; used by every element that waits for work. */
export const workAudit: AuditDescriber = (event, { elementName }) => {
  switch (event.type) {
    case 'work.created':
      return {
        title: `${elementName} offered as work`,
        detail: `Type ${event.data.workType}`,
        tone: 'neutral',
      };
    case 'work.completed':
      return {
        title: `${elementName} done`,
        detail: `By ${event.data.lease.worker}, attempt ${event.data.lease.attempt}`,
        tone: 'positive',
      };
    case 'work.failed':
      return {
        title: `${elementName} failed`,
        detail: event.data.retryAt
          ? `${event.data.error} — tried again at ${event.data.retryAt}`
          : event.data.error,
        tone: 'negative',
      };
    default:
      return undefined;
  }
};
