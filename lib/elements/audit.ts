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
  const describe = event.elementId === undefined ? undefined : specOf(document, event.elementId).audit;
  return describe?.(event, context) ?? generalSentence(event, context);
}

export type { AuditContext, AuditSentence, Tone } from './audit-types';
