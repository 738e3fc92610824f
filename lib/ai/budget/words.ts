import { unitsOf } from '../cost';
import { AiError } from '../errors';

/** An amount in millionths for a sentence: “0.0031 EUR”; what is smaller than a thousandth keeps two digits. */
export const amountText = (micro: number, currency: string): string => {
  const units = unitsOf(micro);
  const digits = units === 0 || units >= 1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(units)));
  return `${units.toFixed(Math.max(2, digits))} ${currency}`;
};

const refused = (code: string, message: string): AiError => new AiError(code, message, false);

export const noPrice = (provider: string): AiError =>
  refused(
    'budget-no-price',
    `${provider} was not asked: its prices are not known, so the cost limit of this step can't be kept. Enter the prices of ${provider} in Settings, or publish a version without the limit.`,
  );

export const otherCurrency = (provider: string, theirs: string, ours: string): AiError =>
  refused(
    'budget-currency',
    `${provider} was not asked: its prices are in ${theirs} and the cost limit of this step is in ${ours}, and no exchange rate is assumed. Enter the prices in ${ours}, or publish a version with the limit in ${theirs}.`,
  );

interface CallBreach {
  provider: string;
  currency: string;
  limit: number;
  /** What the call has used or claimed so far. */
  used: number;
  /** About how many tokens the question is. */
  input: number;
}

export function callTooDear({ provider, currency, limit, used, input }: CallBreach): AiError {
  const so = used > 0 ? `, of which this call has used ${amountText(used, currency)}` : '';
  return refused(
    'budget-call',
    `${provider} was not asked: a call of this step may cost at most ${amountText(limit, currency)}${so}, and that doesn't pay for a question of about ${input} tokens with its answer. Shorten what the prompt takes in, or publish a version with a higher limit or a cheaper model.`,
  );
}

interface DayBreach {
  provider: string;
  currency: string;
  limit: number;
  /** Used today or claimed by calls under way. */
  sum: number;
  /** The most that this call may cost. */
  need: number;
  /** Somebody tries the step out, and can raise its limit where they are. */
  trial: boolean;
}

export const dayUsedUp = ({ provider, currency, limit, sum, need, trial }: DayBreach): AiError =>
  refused(
    'budget-day',
    `${provider} was not asked: this step may cost at most ${amountText(limit, currency)} a day; ${amountText(sum, currency)} are used or claimed by calls and test runs under way, and this ${trial ? 'test run' : 'call'} may cost up to ${amountText(need, currency)}. The day ends at 00:00 UTC: try again then, or ${trial ? 'raise the limit, which running instances share' : 'publish a version with a higher limit'}.`,
  );
