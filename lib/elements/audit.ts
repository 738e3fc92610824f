import type { ProcessDocument } from '@/engine/compile/document';
import type { EngineEvent } from '@/engine/core/events';
import type { ListenerMoment } from '@/engine/core/model';
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
  if (event.type === 'listener.attached' && event.elementType === 'userTask')
    return { title: `${context.elementName}: its listeners are told of a change`, tone: 'neutral' };
  if (event.type === 'listener.detached' && event.elementType === 'userTask')
    return { title: `${context.elementName}: its listeners have been told`, tone: 'neutral' };
  const describe = event.elementId === undefined ? undefined : specOf(document, event.elementId).audit;
  return describe?.(event, context) ?? generalSentence(event, context);
}

const WHEN: Record<ListenerMoment, string> = {
  start: 'before it begins',
  end: 'after its end',
  creating: 'before people see it',
  assigning: 'for its assignment',
  updating: 'for a change of its data',
  completing: 'after the decision',
};

/** Work around an element is told apart from its own. */
const listenerSentence = (
  { workType, listener }: Extract<EngineEvent, { type: 'work.created' }>['data'],
  { elementName }: AuditContext,
): AuditSentence => ({
  title: `${elementName}: work ${WHEN[listener ?? 'start']} offered`,
  detail: `Type ${workType}`,
  tone: 'neutral',
});

export type { AuditContext, AuditSentence, Tone } from './audit-types';
