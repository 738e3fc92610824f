import type { ResolvedProvider } from './providers/types';
import type { TokenCount } from './types';

const MICRO = 1e6;

/** What the tokens cost in units of the provider's currency, to a millionth; null when no price is known. */
export function costOf({ kind, prices }: ResolvedProvider, tokens: TokenCount) {
  if (kind === 'simulated') return { amount: 0, currency: 'EUR' };
  if (!prices) return null;
  const micro = (tokens.input * Number(prices.input) + tokens.output * Number(prices.output)) / MICRO;
  return { amount: Math.round(micro) / MICRO, currency: prices.currency };
}
