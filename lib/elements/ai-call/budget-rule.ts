import type { ElementRule } from '../define';
import { aiCallBpmn } from './bpmn';
import { isLimited } from './limits';

/** Limits that nothing can keep, or that keep the step from ever asking. */
export const aiBudget: ElementRule = {
  code: 'ai-budget',
  check({ document, element, report }) {
    const view = aiCallBpmn.read(document, element.id);
    const { maxCost, maxCostPerDay, currency, onBudget, fallbacks } = view;
    for (const [field, limit] of [
      ['maxCost', maxCost],
      ['maxCostPerDay', maxCostPerDay],
    ] as const)
      if (limit !== undefined && limit <= 0)
        report(
          'error',
          'A cost limit must be more than 0, or no model that costs anything is ever asked. Empty means no limit.',
          field,
        );
    if (isLimited(view) && !/^[A-Z]{3}$/.test(currency))
      report('error', `“${currency}” is no currency. Write its three letters, such as EUR.`, 'currency');
    if (maxCost !== undefined && maxCostPerDay !== undefined && maxCost > maxCostPerDay)
      report(
        'warning',
        'One call may cost more than all calls of a day: the limit of the day counts.',
        'maxCost',
      );
    if (onBudget === 'fallback' && fallbacks.length === 0)
      report(
        'warning',
        'When a limit is reached the next model is asked, and there is none. Add a fallback, or let it become an incident.',
        'onBudget',
      );
  },
};
