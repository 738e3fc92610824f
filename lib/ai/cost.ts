import type { ResolvedProvider } from './providers/types';
import type { TokenCount } from './types';

const MICRO = 1e6;

type Priced = Pick<ResolvedProvider, 'kind' | 'prices'>;

/** Prices of a million tokens in millionths of a currency. */
export interface Prices {
  input: number;
  output: number;
  currency: string;
}

/** What a provider's tokens cost; null when nobody has entered it. The simulated model costs nothing in any currency. */
export function pricesOf({ kind, prices }: Priced): Prices | null {
  if (kind === 'simulated') return { input: 0, output: 0, currency: 'EUR' };
  return prices
    ? { input: Number(prices.input), output: Number(prices.output), currency: prices.currency }
    : null;
}

/** What tokens cost in millionths of the prices' currency, not rounded. */
export const microOf = (prices: Prices, tokens: TokenCount): number =>
  (tokens.input * prices.input + tokens.output * prices.output) / MICRO;

/** What the tokens cost in units of the provider's currency, to a millionth; null when no price is known. */
export function costOf(provider: Priced, tokens: TokenCount) {
  const prices = pricesOf(provider);
  if (!prices) return null;
  return { amount: Math.round(microOf(prices, tokens)) / MICRO, currency: prices.currency };
}

/** From millionths to units. */
export const unitsOf = (micro: number): number => micro / MICRO;

/** From units to millionths. */
export const microOfUnits = (units: number): number => Math.round(units * MICRO);
