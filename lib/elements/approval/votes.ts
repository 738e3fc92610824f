import type { CompleteTask, Completion, Facts, Step } from '@/engine/core/behavior';
import type { JsonObject } from '@/engine/core/json';
import { reject } from '@/engine/core/rejection';
import type { Activation, Vote } from '@/engine/core/state';
import type { Rejection } from '@/engine/core/transition-types';
import type { ApprovalConfig } from './config';
import { fourEyes } from './four-eyes';
import { impossible, type Quorum, quorumOf, resultOf } from './quorum';

/**
 * The numbers of the quorum, to be kept with the task. Without a number of its own as many are asked as are named; whom four
 * eyes exclude by their id doesn't count. A quorum that nobody can reach is an incident.
 */
export function quorumNote(
  step: Step,
  config: ApprovalConfig,
  candidateUsers: readonly string[],
): JsonObject {
  const { quorum: rule } = config;
  if (!rule) return {};
  const named = [...new Set(candidateUsers)].filter((person) => !fourEyes(step, config, person));
  const quorum = quorumOf(rule, rule.of ?? named.length);
  const why = impossible(quorum);
  if (why !== null)
    step.raiseIncident('evaluation', `“${step.node.name || step.node.id}” can’t be decided: ${why}.`);
  return { quorum: { ...quorum } };
}

/** The quorum of an open task; undefined where the first decision decides. */
export const quorumAt = (activation: Pick<Activation, 'data'> | undefined): Quorum | undefined =>
  (activation?.data as { quorum?: Quorum } | undefined)?.quorum;

/** The decisions so far of an open task. */
export const votesAt = (activation: Pick<Activation, 'wait'> | undefined): readonly Vote[] =>
  (activation?.wait?.kind === 'task' && activation.wait.votes) || [];

/** Nobody decides twice where several do. */
export function voted(
  { state, key, node }: Pick<Facts, 'state' | 'key' | 'node'>,
  personId: string,
): Rejection | null {
  const before = votesAt(state.activations[key]).find((vote) => vote.personId === personId);
  if (!before) return null;
  return reject(
    'already-voted',
    `You decided “${node.name || node.id}” already (${before.outcome}). It waits for others now.`,
    { elementId: node.id },
  );
}

/** One more decision, and what all come to with it. */
export function vote(
  { state, key, actor, now }: Facts,
  { outcomes, resultVariable }: ApprovalConfig,
  quorum: Quorum,
  { outcome, comment }: CompleteTask,
  variables: JsonObject,
): Completion {
  const mine = { personId: actor.id, personName: actor.name, outcome, comment, variables, at: now };
  const all = [...votesAt(state.activations[key]), mine];
  const result = resultOf(all, outcomes, quorum);
  if (result === null) return { ok: true, vote: variables };
  const decisions = all.map(({ personId: by, personName: byName, outcome, comment, at }) => ({
    outcome,
    comment,
    by,
    byName,
    at,
  }));
  const decision = { outcome: result, comment, by: actor.id, byName: actor.name, at: now, decisions };
  // of fields that several filled in, the last one counts
  const forms = Object.assign({}, ...all.map((each) => each.variables)) as JsonObject;
  return {
    ok: true,
    vote: variables,
    came: { outcome: result, variables: { ...forms, [resultVariable]: decision } },
  };
}
