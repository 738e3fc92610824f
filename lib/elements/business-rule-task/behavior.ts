import type { Behavior } from '@/engine/core/behavior';
import type { JsonObject } from '@/engine/core/json';
import { textOf } from '../values';
import type { BusinessRuleTaskConfig } from './config';

/** In-process work of this type decides a stored decision over the visible variables. */
export const DECISION_WORK = 'countersign:decision';

export interface DecisionPayload extends JsonObject {
  decisionId: string;
}

/** Asks for the decision outside the transition: stored decisions are not part of the published version. */
export const behavior: Behavior<BusinessRuleTaskConfig> = {
  activate(step, { decision, version }) {
    const payload: DecisionPayload = { decisionId: textOf(step, decision, 'The decision') };
    if (version !== undefined) payload.version = version;
    step.createWork({ workType: DECISION_WORK, retries: 0, payload });
  },
};
