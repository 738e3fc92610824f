import type { CallConfig } from './types';

/** The provider is the reason: another one may answer the same question. */
const PROVIDER_FAILED: ReadonlySet<string> = new Set([
  'unknown-provider',
  'provider-incomplete',
  'unreadable-key',
  'provider-garbage',
  'provider-refused-key',
  'provider-unknown-model',
  'provider-busy',
  'provider-failed',
  'provider-refused',
  'answer-filtered',
  'timeout',
  'unreachable',
  'bad-address',
  'blocked-address',
  'too-many-redirects',
  'answer-too-large',
]);

/** A limit of the step is reached; the step says whether a person decides or the next model is asked. */
const LIMIT_REACHED: ReadonlySet<string> = new Set([
  'budget-no-price',
  'budget-currency',
  'budget-call',
  'budget-day',
  'answer-cut-off',
]);

/**
 * Whether the next model of a chain is asked after this failure. Not after an answer that doesn't fit its schema or whose quotes are invented: that
 * was corrected already, and who reads the evidence must see which model can't do the task. Not after a schema that
 * can't be used or a call that was taken away: no other model would do better.
 */
export const passesOn = (code: string, { onBudget }: Pick<CallConfig, 'onBudget'>): boolean =>
  PROVIDER_FAILED.has(code) || (onBudget === 'fallback' && LIMIT_REACHED.has(code));
