import type { AuditDescriber } from '@/lib/elements/audit-types';
import { exchangeAudit } from './exchange-audit';
import { timerAudit } from './timer/audit';

/** What an event's triggers and throws mean, of whatever kind they are. */
export const eventAudit: AuditDescriber = (event, context) =>
  timerAudit(event, context) ?? exchangeAudit(event, context);
