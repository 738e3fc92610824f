import type { ProcessDocument } from '@/engine/compile/document';
import type { EngineEvent } from '@/engine/core/events';
import type { AuditContext, AuditSentence } from './audit-types';
import { generalSentence } from './general-sentence';
import { specOf } from './registry';

/** An event in words: as its element says it, else generally. */
export function sentenceOf(
  event: EngineEvent,
  document: ProcessDocument,
  context: AuditContext,
): AuditSentence {
  if (event.type === 'work.created' && event.data.listener) return listenerSentence(event.data, context);
  const describe = event.elementId === undefined ? undefined : specOf(document, event.elementId).audit;
  return describe?.(event, context) ?? generalSentence(event, context);
}

/** Work around an element is told apart from its own. */
const listenerSentence = (
  { workType, listener }: Extract<EngineEvent, { type: 'work.created' }>['data'],
  { elementName }: AuditContext,
): AuditSentence => ({
  title: `${elementName}: work ${listener === 'start' ? 'before it begins' : 'after its end'} offered`,
  detail: `Type ${workType}`,
  tone: 'neutral',
});

export type { AuditContext, AuditSentence, Tone } from './audit-types';
