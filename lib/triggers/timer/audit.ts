import type { AuditDescriber } from '@/lib/elements/audit-types';

export const timerAudit: AuditDescriber = (event, { elementName }) => {
  if (event.type === 'timer.set')
    return { title: `${elementName}: timer set`, detail: `Due ${event.data.dueAt}`, tone: 'neutral' };
  if (event.type === 'timer.fired')
    return { title: `${elementName}: time is up`, detail: `Was due ${event.data.dueAt}`, tone: 'attention' };
  if (event.type === 'timer.cancelled') return { title: `${elementName}: timer withdrawn`, tone: 'neutral' };
  return undefined;
};
