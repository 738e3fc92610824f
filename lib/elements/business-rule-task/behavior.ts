import type { Behavior } from '@/engine/core/behavior';
import type { Binding } from '@/engine/core/events';
import { textOf } from '../values';
import type { BusinessRuleTaskConfig } from './config';

/** In-process work of this type decides a stored decision over the visible variables. */
export const DECISION_WORK = 'countersign:decision';

export type DecisionPayload = { decisionId: string; binding: Binding };

/** Asks for the decision outside the transition: stored decisions are not part of the published version. */
export const behavior: Behavior<BusinessRuleTaskConfig> = {
  activate(step, { decision, binding }) {
    const payload: DecisionPayload = { decisionId: textOf(step, decision, 'The decision'), binding };
    step.createWork({ workType: DECISION_WORK, retries: 0, payload });
  },
};
