import 'server-only';
import type { ModelMessage, ProviderMetadata } from 'ai';
import type { Json, JsonObject } from '@/engine/core/json';
import { jsonIn } from './answer/parse';
import { type QuoteSource, quoteViolations } from './answer/quotes';
import { ensureUsable, type Violation, violations, violationText } from './answer/validate';
import type { Meter } from './budget/meter';
import { AiError } from './errors';
import { generate } from './generate';
import type { ModelV3, ResolvedProvider } from './providers/types';
import type { CallListener, SelfReport, TokenCount } from './types';

/** How often a model is told what was wrong with its answer before the call fails. */
const MAX_REPAIRS = 2;
/** Characters of a rationale that are kept. */
const MAX_RATIONALE = 4_000;

export interface Question {
  provider: ResolvedProvider;
  model: ModelV3;
  system: string;
  prompt: string;
  /** Of the whole answer, value and reasons. */
  schema: JsonObject;
  /** Where quotes must stand; absent: an answer may do without, and is only less sure. */
  quotesFrom?: QuoteSource;
  temperature?: number;
  maxTokens?: number;
  /** Keeps the cost limits of the step. */
  meter: Meter;
  providerOptions: Record<string, JsonObject>;
  idempotencyKey: string;
  signal: AbortSignal;
  /** Collects what was said and spent, also when the call fails later. */
  record: Recording;
  /** Told of the answer while it is written; absent: it is waited for. */
  listener?: CallListener;
}

/** What a call has used up so far. */
export class Recording {
  readonly responses: { text: string; problems: string[] }[] = [];
  readonly tokens: TokenCount = { input: 0, output: 0 };
}

export interface Answer {
  value: Json;
  rationale: string;
  evidence: { quote: string; field?: string }[];
  certainty?: SelfReport;
  /** What was wrong with the first answer. */
  first: Violation[];
  metadata: ProviderMetadata | undefined;
}

/**
 * Asks until the answer is valid against its schema, at most three times, each time saying what was wrong.
 * @throws AiError; exceptions of the provider's code as they are
 */
export async function ask(question: Question): Promise<Answer> {
  ensureUsable(question.schema);
  const messages: ModelMessage[] = [{ role: 'user', content: question.prompt }];
  let first: Violation[] | undefined;
  let last: Verdict['code'] = 'answer-invalid';
  for (let attempt = 0; attempt <= MAX_REPAIRS; attempt++) {
    const { text, metadata } = await generate(question, messages, attempt);
    const answer = jsonIn(text);
    const { wrong, code } = judged(question, answer);
    last = code;
    const problems = wrong.map(violationText);
    question.record.responses.push({ text, problems });
    question.listener?.checked(problems);
    first ??= wrong;
    if (wrong.length === 0) return accepted(answer as Said, first, metadata);
    messages.push(
      { role: 'assistant', content: text || '(empty)' },
      { role: 'user', content: repair(wrong) },
    );
  }
  const problems = question.record.responses.at(-1)?.problems.slice(0, 3).join(' ') ?? '';
  throw new AiError(
    last,
    `${question.provider.name} gave no answer ${LACKING[last]}, also after ${MAX_REPAIRS} corrections. ${problems}`,
    true,
  );
}

interface Verdict {
  wrong: Violation[];
  code: 'answer-invalid' | 'quotes-missing';
}

const LACKING: Record<Verdict['code'], string> = {
  'answer-invalid': 'that fits the output fields',
  'quotes-missing': 'whose quotes stand in the input',
};

/** What is wrong with an answer: its form; and only when that is right, its quotes. */
function judged({ schema, quotesFrom }: Question, answer: unknown): Verdict {
  const code = 'answer-invalid';
  if (answer === undefined) return { code, wrong: [{ path: '', message: 'is not a JSON object' }] };
  const wrong = violations(schema, answer);
  if (wrong.length > 0 || !quotesFrom) return { code, wrong };
  return { code: 'quotes-missing', wrong: quoteViolations((answer as Said).evidence, quotesFrom) };
}

type Said = Omit<Answer, 'first' | 'metadata'>;

const accepted = (said: Said, first: Violation[], metadata: Answer['metadata']): Answer => ({
  ...said,
  rationale: said.rationale.slice(0, MAX_RATIONALE),
  first,
  metadata,
});

const repair = (wrong: readonly Violation[]): string =>
  `That answer can't be used: ${wrong.map(violationText).join(' ')} Answer again with the complete corrected JSON object and nothing else.`;
