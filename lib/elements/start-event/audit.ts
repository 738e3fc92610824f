import type { AuditDescriber } from '../audit-types';

export const startAudit: AuditDescriber = (event, { elementName }) =>
  event.type === 'element.completed' ? { title: `Began at ${elementName}`, tone: 'neutral' } : undefined;
