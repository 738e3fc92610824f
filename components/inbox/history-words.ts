import type { Signature } from '@/engine/core/state';
import type { TaskHistoryEntry } from '@/lib/tasks/types';

export interface HistoryLine {
  kind: 'open' | 'person' | 'comment' | 'decided' | 'withdrawn';
  text: string;
  /** What somebody wrote. */
  said: string | null;
}

/** One line of a task's history. `me` is the reader, who is “You”; `outcomeName` gives an outcome's label. */
export function historyLine(
  { actor, event }: TaskHistoryEntry,
  me: string,
  outcomeName: (id: string) => string,
): HistoryLine | null {
  const who = actor.id === me ? 'You' : actor.name;
  const line = (kind: HistoryLine['kind'], text: string, said: string | null = null) => ({
    kind,
    text,
    said,
  });
  switch (event.type) {
    case 'task.opened':
      return line('open', 'The process asked for this');
    case 'task.claimed':
      return line('person', `${who} claimed it`);
    case 'task.released':
      return line('person', `${who} released it`, event.data.reason ?? null);
    case 'task.delegated':
      return line('person', `${who} handed it to ${event.data.toName}`, event.data.reason ?? null);
    case 'task.commented':
      return line('comment', `${who} wrote`, event.data.text);
    case 'task.reminded':
      return line('open', 'It still waited: a reminder');
    case 'task.voted':
      return line(
        'decided',
        `${who} decided as one of several: ${outcomeName(event.data.outcome ?? '')}${signedWords(event.data.signature)}`,
        event.data.comment,
      );
    case 'task.completed':
      if (event.data.votes !== undefined)
        return line('decided', `The decisions came to: ${outcomeName(event.data.outcome ?? '')}`);
      return line(
        'decided',
        event.data.outcome
          ? `${who} decided: ${outcomeName(event.data.outcome)}${signedWords(event.data.signature)}`
          : `${who} completed it`,
        event.data.comment,
      );
    case 'task.cancelled':
      return line('withdrawn', 'It was withdrawn', event.data.reason ?? null);
    default:
      return null;
  }
}

const signedWords = (signature: Signature | undefined): string =>
  signature
    ? `, and signed “${signature.meaning}”${signature.method === 'demo' ? ' in the demo, unchecked' : ''}`
    : '';
