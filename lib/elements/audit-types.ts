import type { EngineEvent, EventType } from '@/engine/core/events';
import type { Actor } from '@/engine/core/inputs';

/** How an event is coloured and which icon family it gets. */
export type Tone = 'neutral' | 'positive' | 'negative' | 'attention' | 'ai';

/** An event as a line of the timeline or the audit list. */
export interface AuditSentence {
  /** One clause without full stop: “Mia Lindqvist approved Review invoice”. */
  title: string;
  /** More, when there is more to say. */
  detail?: string;
  tone: Tone;
}

/** What a sentence may mention; names are looked up once by the reader of the events. */
export interface AuditContext {
  /** What the diagram calls the element; its id when it has no name. */
  elementName: string;
  actor: Pick<Actor, 'kind' | 'name' | 'via'>;
  /** A person's name by id; the id itself when unknown. */
  personName(id: string): string;
}

/** Says what an event means for one kind of element; undefined leaves it to the general sentence. */
export type AuditDescriber = (event: EngineEvent, context: AuditContext) => AuditSentence | undefined;

/** What events mean, by type. */
export type Sentences = {
  [T in EventType]?: (
    data: Extract<EngineEvent, { type: T }>['data'],
    context: AuditContext,
  ) => AuditSentence;
};
