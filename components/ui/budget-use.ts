import type { Json } from '@/engine/core/json';

/** How much of an AI step's cost limits is used, in units of the currency. */
export interface BudgetShown {
  currency: string;
  used: number;
  maxCost?: number | undefined;
  maxCostPerDay?: number | undefined;
  usedToday?: number | undefined;
}

/** Reads it from the record of a call; undefined where nothing is limited. */
export function readBudget(budget: Json | undefined): BudgetShown | undefined {
  if (typeof budget !== 'object' || budget === null || Array.isArray(budget)) return undefined;
  const { currency, used, maxCost, maxCostPerDay, usedToday } = budget;
  if (typeof currency !== 'string' || typeof used !== 'number') return undefined;
  const number = (value: Json | undefined) => (typeof value === 'number' ? value : undefined);
  return {
    currency,
    used,
    maxCost: number(maxCost),
    maxCostPerDay: number(maxCostPerDay),
    usedToday: number(usedToday),
  };
}

/** “Budget: €0.0005 of €0.05 for the call, €1.20 of €5.00 for the day.” */
export function budgetText({ currency, used, maxCost, maxCostPerDay, usedToday }: BudgetShown): string {
  const of = (part: number, whole: number) => `${price(part, currency)} of ${price(whole, currency)}`;
  const parts = [
    maxCost === undefined ? `${price(used, currency)} for the call` : `${of(used, maxCost)} for the call`,
    maxCostPerDay === undefined || usedToday === undefined
      ? ''
      : `${of(usedToday, maxCostPerDay)} for the day`,
  ];
  return `Budget: ${parts.filter(Boolean).join(', ')}.`;
}

/** An amount as small as tokens cost, with three digits that count; a currency nobody knows stands behind it. */
export function price(amount: number, currency: string): string {
  const digits = amount !== 0 && amount < 1 ? { maximumSignificantDigits: 3 } : {};
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency, ...digits }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}
