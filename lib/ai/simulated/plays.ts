import { APICallError } from 'ai';
import type { ModelAnswer, ModelCall } from '../providers/types';

/** What the simulated model plays when a step names it so, to see what a process makes of failures. */
export const PLAYS = {
  'simulated-fails': 'a provider that is down',
  'simulated-busy': 'a provider that takes no more calls',
  'simulated-silent': 'a provider that never answers',
  'simulated-declines': 'a model that declines to answer',
  'simulated-cut-off': 'an answer that is cut off',
  'simulated-wrong-form': 'an answer that never fits the output fields',
  'simulated-misquotes': 'an answer whose quotes stand nowhere',
} as const;
export type Play = keyof typeof PLAYS;

export const playOf = (modelId: string): Play | undefined =>
  Object.hasOwn(PLAYS, modelId) ? (modelId as Play) : undefined;

type Reason = ModelAnswer['finishReason']['unified'];

/** How the answer ends, as providers say it. */
export const endOf = (play: Play | undefined): Reason =>
  play === 'simulated-declines' ? 'content-filter' : play === 'simulated-cut-off' ? 'length' : 'stop';

/** What is played in place of the text of a good answer. */
export function playedText(play: Play | undefined, good: string): string {
  if (play === 'simulated-wrong-form') return '{}';
  if (play === 'simulated-cut-off') return good.slice(0, good.length / 2);
  if (play !== 'simulated-misquotes') return good;
  const answer = JSON.parse(good) as { evidence: { quote: string }[] };
  const evidence = [...answer.evidence, { quote: '', field: '' }].map((each) => ({
    ...each,
    quote: `Nobody wrote this: ${each.quote}`.trim(),
  }));
  return JSON.stringify({ ...answer, evidence });
}

/** Fails as such a provider does, before it answers. @throws APICallError; the signal's reason when nothing ever comes */
export async function playFailure(play: Play | undefined, call: ModelCall): Promise<void> {
  if (play === 'simulated-fails') throw refusal(503, 'The simulated provider is down.');
  if (play === 'simulated-busy') throw refusal(429, 'Too many simulated calls.', { 'retry-after': '1' });
  if (play === 'simulated-silent') await forever(call.abortSignal);
}

const refusal = (statusCode: number, responseBody: string, responseHeaders = {}): APICallError =>
  new APICallError({
    message: responseBody,
    url: 'simulated:',
    requestBodyValues: {},
    statusCode,
    responseHeaders,
    responseBody,
  });

function forever(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
