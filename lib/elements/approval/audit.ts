import type { Signature } from '@/engine/core/state';
import type { AuditDescriber, Tone } from '../audit-types';
import { taskAudit } from '../user-task/audit';

export const approvalAudit: AuditDescriber = (event, context) => {
  const { elementName, personName } = context;
  if (event.type === 'task.skipped')
    return { title: `${elementName} was not required`, detail: event.data.because, tone: 'neutral' };
  if (event.type === 'task.voted') {
    const { outcome, comment, personName: name } = event.data;
    return {
      title: `${name} decided ${elementName} as one of several: ${outcome ?? 'done'}`,
      ...said(comment, event.data.signature),
      tone: toneOf(outcome),
    };
  }
  if (event.type !== 'task.completed') return taskAudit(event, context);
  const { outcome, comment, personId, votes } = event.data;
  if (votes !== undefined)
    return { title: `${elementName} was decided by ${votes}: ${outcome ?? 'done'}`, tone: toneOf(outcome) };
  return {
    title: `${personName(personId)} decided ${elementName}: ${outcome ?? 'done'}`,
    ...said(comment, event.data.signature),
    tone: toneOf(outcome),
  };
};

/** What was written and what was signed. */
function said(comment: string | null, signature: Signature | undefined): { detail?: string } {
  const signed =
    signature &&
    `Signed: “${signature.meaning}”${signature.method === 'demo' ? ' (demo: identity not checked)' : ''}`;
  const detail = [comment, signed].filter(Boolean).join(' · ');
  return detail ? { detail } : {};
}

/** By the outcome ids the designer begins with; the reader of a version's own outcomes may know better. */
const toneOf = (outcome: string | null): Tone =>
  outcome === null ? 'positive' : /^(?:reject|deny|refuse|decline)/i.test(outcome) ? 'negative' : 'positive';
