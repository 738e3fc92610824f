import type { Recorded } from '@/engine/core';
import { get, nameOf, type ProcessDocument, ref } from '@/lib/document';
import { type AuditSentence, sentenceOf } from '@/lib/elements/audit';

import { type Lane, laneOf } from './track';

/** An event as a line of the list. */
export interface EventLine extends AuditSentence {
  seq: number;
  at: string;
  /** Whose doing it was. */
  lane: Lane;
  actorName: string;
  elementId: string | undefined;
  /** It only leads from one thing to the next; left out unless everything is asked for. */
  minor: boolean;
}

const MINOR = new Set([
  'flow.taken',
  'join.passed',
  'arrivals.discarded',
  'boundary.attached',
  'boundary.detached',
  'listener.attached',
  'listener.detached',
  'message.forgone',
  'signal.forgone',
  'condition.awaited',
  'condition.changed',
  'condition.forgone',
  'loop.started',
  'loop.gathered',
  'work.cancelled',
  'timer.cancelled',
  'expressions.answered',
]);
const PASSING = /^(?:element\.activated|element\.completed)$/;

/** What a person calls an element: its name, for a flow without one where it leads, else its id. */
export function elementName(document: ProcessDocument, id: string | undefined): string {
  const element = get(document, id);
  if (!element) return id ?? 'The process';
  const own = nameOf(element);
  if (own) return own;
  const target = element.type === 'bpmn:SequenceFlow' ? get(document, ref(element, 'targetRef')) : undefined;
  if (target) return `the way to ${nameOf(target) || target.id}`;
  return KIND_WORDS[element.type] ?? element.id;
}

const KIND_WORDS: Record<string, string> = {
  'bpmn:StartEvent': 'Start',
  'bpmn:EndEvent': 'End',
  'bpmn:ExclusiveGateway': 'Decision',
  'bpmn:ParallelGateway': 'Parallel gateway',
};

const SELF_TELLING = /userTask|serviceTask|scriptTask|businessRuleTask|sendTask/i;

/** One event in words. */
export function lineOf(
  document: ProcessDocument,
  { seq, at, actor, event }: Recorded,
  personName: (id: string) => string,
): EventLine {
  const said = sentenceOf(event, document, {
    elementName: elementName(document, event.elementId),
    actor,
    personName,
  });
  const minor =
    MINOR.has(event.type) || (PASSING.test(event.type) && SELF_TELLING.test(event.elementType ?? ''));
  return {
    ...said,
    seq,
    at,
    lane: laneOf({ seq, at, actor, event }),
    actorName: actor.name,
    elementId: event.elementId,
    minor,
  };
}
