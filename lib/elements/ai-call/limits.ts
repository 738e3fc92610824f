import type { AiCallConfig } from './config';
import type { AiCallView } from './schema';

/** Nothing where nothing is limited, so that such steps are what they were before there were limits. */
export function budgetOf({
  maxCost,
  maxCostPerDay,
  currency,
  onBudget,
}: AiCallView): Pick<AiCallConfig, 'budget' | 'onBudget'> {
  const limits = {
    ...(maxCost === undefined ? {} : { maxCost }),
    ...(maxCostPerDay === undefined ? {} : { maxCostPerDay }),
  };
  return {
    ...(Object.keys(limits).length > 0 ? { budget: { ...limits, currency } } : {}),
    ...(onBudget === 'fallback' ? { onBudget } : {}),
  };
}

/** Whether a step has a limit of cost. */
export const isLimited = ({ maxCost, maxCostPerDay }: AiCallView): boolean =>
  maxCost !== undefined || maxCostPerDay !== undefined;
