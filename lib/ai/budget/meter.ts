import 'server-only';
import type { AiBudget } from '@/lib/elements/ai-call/config';
import { microOf, microOfUnits, type Prices, pricesOf, unitsOf } from '../cost';
import type { ResolvedProvider } from '../providers/types';
import type { BudgetUse, TokenCount } from '../types';
import { claimOfDay, type DayClaim, type Spender, settleDay } from './day';
import { callTooDear, dayUsedUp, noPrice, otherCurrency } from './words';

/** Tokens of an answer where a cost limit must be kept and the step doesn't say how many it may have. */
export const ANSWER_TOKENS = 4_000;
/** An answer that may have fewer is not worth the question. */
const LEAST_ANSWER = 100;
/** Bytes in a token, at the least that texts have: a claim should be too high rather than too low. */
const BYTES_PER_TOKEN = 2;

/** A request that may be made. */
export interface Claim {
  /** Tokens that its answer may have. */
  maxTokens?: number;
  /** Whether the cost limit, and not the step, says how many. */
  cut: boolean;
  /** What it used; null when nobody knows, which counts as the most that it may. */
  settle(used: TokenCount | null): Promise<void>;
}

/** Keeps the cost limits of one call of a step, over all models of its chain: each request is claimed before it is made. */
export class Meter {
  private used = 0;
  private claimed = 0;
  private dayUsed: number | undefined;

  constructor(
    private readonly budget: AiBudget | undefined,
    private readonly spender: Spender | undefined,
    private readonly trial = false,
  ) {}

  /**
   * Claims what a request may cost at most.
   * @param bytes of the whole question
   * @throws AiError `budget-…` when a limit leaves no room for it
   */
  async claim(provider: ResolvedProvider, bytes: number, maxTokens: number | undefined): Promise<Claim> {
    const { budget } = this;
    if (!budget)
      return { ...(maxTokens === undefined ? {} : { maxTokens }), cut: false, settle: async () => undefined };
    const prices = pricesIn(budget, provider);
    const input = Math.ceil(bytes / BYTES_PER_TOKEN);
    const wanted = maxTokens ?? ANSWER_TOKENS;
    const output = this.answerTokens(budget, provider, prices, input, wanted);
    const need = Math.ceil(microOf(prices, { input, output }));
    this.claimed += need;
    let day: DayClaim | undefined;
    try {
      day = await this.claimDay(budget, provider, need);
    } catch (error) {
      this.claimed -= need;
      throw error;
    }
    return {
      maxTokens: output,
      cut: output < wanted,
      settle: async (tokens) => {
        const cost = tokens ? Math.round(microOf(prices, tokens)) : need;
        this.claimed -= need;
        this.used += cost;
        if (day) this.dayUsed = await settleDay(day, cost);
      },
    };
  }

  /** How much of the limits is used; undefined where nothing is limited. */
  get use(): BudgetUse | undefined {
    const { budget, used, dayUsed } = this;
    if (!budget) return undefined;
    return {
      currency: budget.currency,
      used: unitsOf(used),
      ...(budget.maxCost === undefined ? {} : { maxCost: budget.maxCost }),
      ...(budget.maxCostPerDay === undefined ? {} : { maxCostPerDay: budget.maxCostPerDay }),
      ...(dayUsed === undefined ? {} : { usedToday: unitsOf(dayUsed) }),
    };
  }

  /** As many tokens as are wanted, or as the limit of the call pays for. */
  private answerTokens(
    budget: AiBudget,
    provider: ResolvedProvider,
    prices: Prices,
    input: number,
    wanted: number,
  ) {
    if (budget.maxCost === undefined) return wanted;
    const limit = microOfUnits(budget.maxCost);
    const used = this.used + this.claimed;
    const left = limit - used - microOf(prices, { input, output: 0 });
    const each = microOf(prices, { input: 0, output: 1 });
    const paid = left < 0 ? -1 : each === 0 ? wanted : Math.floor(left / each);
    if (paid < Math.min(wanted, LEAST_ANSWER))
      throw callTooDear({ provider: provider.name, currency: budget.currency, limit, used, input });
    return Math.min(wanted, paid);
  }

  private async claimDay(
    budget: AiBudget,
    provider: ResolvedProvider,
    need: number,
  ): Promise<DayClaim | undefined> {
    const { spender, trial } = this;
    const { currency, maxCostPerDay } = budget;
    // What costs nothing needs no room.
    if (maxCostPerDay === undefined || need === 0) return undefined;
    if (!spender) throw new Error('A daily limit of no step');
    const limit = microOfUnits(maxCostPerDay);
    const { claim, sum } = await claimOfDay(spender, currency, need, limit);
    this.dayUsed = sum;
    if (claim) return claim;
    throw dayUsedUp({ provider: provider.name, currency, limit, sum, need, trial });
  }
}

/** @throws AiError where they aren't known in the currency of the limit */
function pricesIn({ currency }: AiBudget, provider: ResolvedProvider): Prices {
  const prices = pricesOf(provider);
  if (!prices) throw noPrice(provider.name);
  const free = prices.input === 0 && prices.output === 0;
  if (!free && prices.currency !== currency) throw otherCurrency(provider.name, prices.currency, currency);
  return prices;
}
