import { createHash } from 'node:crypto';
import type { JsonObject } from '@/engine/core/json';
import type { ModelAnswer, ModelCall, ModelV3, StreamedAnswer, StreamPart } from '../providers/types';
import { simulatedAnswer } from './answer';
import { pause, simulatedDelayMs } from './delay';
import { endOf, type Play, playedText, playFailure, playOf } from './plays';

const CHARACTERS_PER_TOKEN = 4;

/**
 * A model that needs no key and no network: it answers by rules from the prompt's own words, always the same to the
 * same question, after about a second. It has the seam of a real provider, so everything around it is what runs
 * with one. Some model names make it play failures (`PLAYS`).
 */
export function simulatedModel(modelId: string): ModelV3 {
  const play = playOf(modelId);
  return {
    specificationVersion: 'v3',
    provider: 'simulated',
    modelId,
    supportedUrls: {},
    doGenerate: (call) => doGenerate(call, play),
    doStream: (call) => doStream(call, play),
  };
}

/** Characters of one piece of a streamed answer: about a word, as models write. */
const PIECE = 12;

/** The answer in pieces over the time that it takes in one. */
async function doStream(call: ModelCall, play: Play | undefined): Promise<StreamedAnswer> {
  await playFailure(play, call);
  const { text, usage, finishReason, delayMs } = answerOf(call, play);
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${PIECE}}`, 'g')) ?? [];
  const each = Math.floor(delayMs / Math.max(1, pieces.length));
  const parts = async function* (): AsyncGenerator<StreamPart> {
    yield { type: 'stream-start', warnings: [] };
    yield { type: 'text-start', id: 'answer' };
    for (const delta of pieces) {
      await pause(each, call.abortSignal);
      yield { type: 'text-delta', id: 'answer', delta };
    }
    yield { type: 'text-end', id: 'answer' };
    yield { type: 'finish', finishReason, usage };
  };
  return { stream: readable(parts()) };
}

/** The parts as a stream that waits until the next one is wanted. */
const readable = (parts: AsyncGenerator<StreamPart>): ReadableStream<StreamPart> =>
  new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await parts.return(undefined)),
  });

async function doGenerate(call: ModelCall, play: Play | undefined): Promise<ModelAnswer> {
  await playFailure(play, call);
  const { text, usage, finishReason, delayMs } = answerOf(call, play);
  await pause(delayMs, call.abortSignal);
  return { content: [{ type: 'text', text }], finishReason, usage, warnings: [] };
}

function answerOf(call: ModelCall, play: Play | undefined) {
  const schema = (call.responseFormat?.type === 'json' ? call.responseFormat.schema : undefined) ?? {};
  const prompt = userText(call);
  const seed = createHash('sha256').update(prompt).update(JSON.stringify(schema)).digest();
  const text = playedText(play, JSON.stringify(simulatedAnswer(prompt, schema as JsonObject)));
  const input = tokens(JSON.stringify(call.prompt));
  return {
    text,
    delayMs: simulatedDelayMs(seed[0]! / 256),
    finishReason: { unified: endOf(play), raw: undefined },
    usage: {
      inputTokens: { total: input, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: tokens(text), text: undefined, reasoning: undefined },
    },
  };
}

const tokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

/** The first user message: what the step asks; later ones are corrections. */
function userText({ prompt }: ModelCall): string {
  const message = prompt.find(({ role }) => role === 'user');
  if (message?.role !== 'user') return '';
  return message.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}
