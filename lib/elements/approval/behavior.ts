import type { Behavior, CompleteTask, Facts } from '@/engine/core/behavior';
import type { JsonObject } from '@/engine/core/json';
import { reject } from '@/engine/core/rejection';
import type { Rejection } from '@/engine/core/transition-types';
import { describe, noteReminder, remindAgain, submitted } from '../user-task/behavior';
import { calendarAt } from '../user-task/working-time';
import type { ApprovalConfig } from './config';
import { fourEyes } from './four-eyes';
import { signatureOf, unsigned } from './signature';
import { quorumAt, quorumNote, vote, voted } from './votes';

/** The outcome of an approval whose `requiredIf` was false. */
export const NOT_REQUIRED = 'not-required';

/** A person decides among outcomes; the decision is a variable that the process is routed by. */
export const behavior: Behavior<ApprovalConfig> = {
  activate(step, config) {
    const { requiredIf, resultVariable } = config;
    if (requiredIf && !step.evaluateCondition(requiredIf, 'The condition “required if”')) {
      step.skipTask(`required if ${requiredIf.source.replace(/^=\s*/, '')}`);
      const decision = { outcome: NOT_REQUIRED, comment: null, by: null, byName: null, at: step.now };
      step.complete({ [resultVariable]: decision });
    } else {
      const calendar = calendarAt(step, config);
      const task = describe(step, config, true, calendar);
      noteReminder(step, config, calendar, quorumNote(step, config, task.candidateUsers));
      step.openTask(task);
    }
  },
  task: {
    refuse: mayNot,
    remindAgain,
    complete(facts, config, input) {
      const refused = checkOutcome(facts, config, input) ?? unsigned(facts, config, input);
      if (refused) return refused;
      const signed = signatureOf(facts, config, input);
      const form = submitted(facts, config, input);
      if (!form.ok) return form;
      const quorum = quorumAt(facts.state.activations[facts.key]);
      if (quorum) return { ...vote(facts, config, quorum, input, form.variables), ...signed };
      const decision = decide(facts, input);
      return { ok: true, variables: { ...form.variables, [config.resultVariable]: decision }, ...signed };
    },
  },
};

/** Why a person may not decide: by the rule of four eyes, or because they did. */
export function mayNot(
  facts: Pick<Facts, 'state' | 'node' | 'executable' | 'key'>,
  config: ApprovalConfig,
  personId: string,
): Rejection | null {
  return fourEyes(facts, config, personId) ?? voted(facts, personId);
}

function checkOutcome({ node }: Facts, { outcomes }: ApprovalConfig, input: CompleteTask): Rejection | null {
  const name = node.name || node.id;
  const chosen = outcomes.find(({ id }) => id === input.outcome);
  if (!chosen) {
    const known = outcomes.map(({ id }) => id).join(', ');
    return reject('unknown-outcome', `“${name}” has no outcome ${input.outcome}; it has ${known}.`, {
      elementId: node.id,
      path: 'outcome',
    });
  }
  if (!chosen.commentRequired || input.comment?.trim()) return null;
  return reject('comment-required', `The outcome “${chosen.label}” of “${name}” needs a comment.`, {
    elementId: node.id,
    path: 'comment',
  });
}

const decide = ({ actor, now }: Facts, { outcome, comment }: CompleteTask): JsonObject => ({
  outcome,
  comment,
  by: actor.id,
  byName: actor.name,
  at: now,
});
