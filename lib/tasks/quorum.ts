import type { InstanceState } from '@/engine/core/state';
import { quorumAt, votesAt } from '@/lib/elements/approval/votes';
import type { TaskQuorum } from './types';

/** How many must agree on an open task, and who has decided; null where the first decision decides, or it is over. */
export function taskQuorum(state: InstanceState | null, key: number): TaskQuorum | null {
  const activation = state?.activations[key];
  const quorum = activation?.wait?.kind === 'task' ? quorumAt(activation) : undefined;
  if (!quorum) return null;
  const decisions = votesAt(activation).map(({ personId, personName, outcome, comment, at }) => ({
    by: personId,
    byName: personName,
    outcome,
    comment,
    at,
  }));
  return { ...quorum, decisions };
}

/** The rule and how far it has come, in sentences. */
export function quorumSentences({ required, of, reject, decisions }: TaskQuorum): string[] {
  const rule =
    required === of
      ? `All ${of} who are asked must agree`
      : `${required} of ${of} must choose the same answer`;
  const against = reject === 'first' ? 'one who turns it down decides at once' : 'else it is turned down';
  const names = decisions.map(({ byName }) => byName);
  const soFar =
    names.length === 0 ? [] : [`${listed(names)} ${names.length === 1 ? 'has' : 'have'} decided.`];
  return [`${rule}; ${against}.`, ...soFar];
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
