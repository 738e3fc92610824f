import type { Vote } from '@/engine/core/state';
import type { Outcome, QuorumRule } from './config';

/** A quorum with its numbers known. */
export interface Quorum {
  /** So many people must choose the same outcome. */
  required: number;
  /** So many people decide at most. */
  of: number;
  reject: QuorumRule['reject'];
}

/** The numbers of a rule among so many people; `share` is in per cent and rounded up to whole people. */
export function quorumOf({ need, value, reject }: QuorumRule, of: number): Quorum {
  const required = need === 'all' ? of : need === 'count' ? value : Math.ceil((of * value) / 100);
  return { required, of, reject };
}

/** Why a quorum can never be reached, in words; null when it can. */
export function impossible({ required, of }: Quorum): string | null {
  if (of < 1) return 'nobody is asked who could decide';
  if (required < 1) return 'nobody has to agree';
  return required > of ? `${required} have to agree, but only ${of} are asked` : null;
}

/** How often each outcome was chosen. */
export const countOf = (votes: readonly Pick<Vote, 'outcome'>[], outcome: string): number =>
  votes.filter((vote) => vote.outcome === outcome).length;

/**
 * What the decisions so far come to; null while others are waited for. An outcome that turns nothing down wins when
 * enough people chose it. Turning down wins at once (`first`), or when no other outcome can win any more
 * (`out-of-reach`); then the most chosen of those that turn down, of equals the one chosen first.
 */
export function resultOf(
  votes: readonly Pick<Vote, 'outcome'>[],
  outcomes: readonly Outcome[],
  { required, of, reject }: Quorum,
): string | null {
  const accepting = outcomes.filter(({ tone }) => tone !== 'negative').map(({ id }) => id);
  const winner = accepting.find((id) => countOf(votes, id) >= required);
  if (winner !== undefined) return winner;
  const against = votes.flatMap(({ outcome }) =>
    outcome !== null && !accepting.includes(outcome) ? [outcome] : [],
  );
  if (reject === 'first' && against[0] !== undefined) return against[0];
  const left = of - votes.length;
  if (accepting.some((id) => countOf(votes, id) + left >= required)) return null;
  return mostChosen(against) ?? mostChosen(votes.flatMap(({ outcome }) => outcome ?? [])) ?? null;
}

/** The first of those that stand most often in a list. */
function mostChosen(ids: readonly string[]): string | undefined {
  const count = (id: string) => ids.filter((each) => each === id).length;
  return ids.reduce<string | undefined>(
    (best, id) => (best === undefined || count(id) > count(best) ? id : best),
    undefined,
  );
}
