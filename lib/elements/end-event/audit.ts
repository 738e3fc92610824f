import type { AuditDescriber } from '../audit-types';

export const endAudit: AuditDescriber = (event, { elementName }) => {
  if (event.type === 'element.completed') return { title: `Reached ${elementName}`, tone: 'positive' };
  if (event.type === 'error.thrown')
    return {
      title: `${elementName} threw the error “${event.data.errorCode || 'without code'}”`,
      detail: event.data.caughtBy ? `Caught by ${event.data.caughtBy}` : 'Nothing caught it',
      tone: 'negative',
    };
  return undefined;
};
