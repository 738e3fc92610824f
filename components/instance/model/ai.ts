import { type BudgetShown, readBudget } from '@/components/ui/budget-use';
import type { ConfidenceSource } from '@/components/ui/confidence-wording';
import type { Json, JsonObject, Recorded } from '@/engine/core';
import { type AttemptShown, readAttempts } from '@/lib/ai/read-attempts';
import { quotesRequired } from '@/lib/ai/read-quotes';

/** One call to a model as it is shown; what a report doesn't say is absent. */
export interface AiCallView {
  seq: number;
  at: string;
  elementId: string;
  model: string;
  provider: string;
  simulated: boolean;
  /** Where its provider processed the data, as was stated then; null: not stated; absent in older records. */
  region?: string | null;
  system?: string;
  prompt?: string;
  promptHash?: string;
  threshold?: number;
  /** Milliseconds. */
  latencyMs?: number;
  tokens?: { input: number; output: number };
  cost?: { amount: number; currency: string };
  answers: { text: string; problems: string[] }[];
  /** How much of the step's cost limits was used. */
  budget?: BudgetShown;
  /** Models of the chain that were asked and gave no answer. */
  attempts: AttemptShown[];
  /** Why it gave no result. */
  error?: string;
  confidence?: { value: number; source: ConfidenceSource };
  rationale?: string;
  quotes: { quote: string; field?: string }[];
  /** The step refuses answers whose quotes don't stand in the input: all of these do. */
  quotesRequired?: boolean;
}

/** Every AI call up to an event, oldest first; answers are the ones that followed it at the same step. */
export function aiCallsOf(entries: readonly Recorded[], upTo: number): AiCallView[] {
  const calls: AiCallView[] = [];
  for (const { seq, at, event } of entries) {
    if (seq > upTo) break;
    const last = calls.at(-1);
    if (event.type === 'work.completed' || event.type === 'work.failed') {
      const call = callOf(event.data.report, seq, at, event.elementId ?? '');
      if (!call) continue;
      calls.push(event.type === 'work.failed' ? { ...call, error: event.data.error } : call);
    } else if (event.type === 'variables.set' && last && last.elementId === event.elementId) {
      const result = Object.values(event.data.variables).find(isResult);
      if (result) calls[calls.length - 1] = { ...last, ...resultOf(result) };
    }
  }
  return calls;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isResult = (value: Json): value is JsonObject =>
  isObject(value) && typeof value.confidenceSource === 'string' && typeof value.confidence === 'number';
const number = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;
const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const list = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

function callOf(report: Json | undefined, seq: number, at: string, elementId: string): AiCallView | null {
  if (!isObject(report) || typeof report.model !== 'string' || !isObject(report.request)) return null;
  const { request, tokens, cost } = report;
  const parameters = isObject(request.parameters) ? request.parameters : {};
  return {
    seq,
    at,
    elementId,
    model: report.model,
    provider: text(report.provider) ?? '',
    simulated: report.simulated === true,
    ...(report.region === undefined ? {} : { region: text(report.region) ?? null }),
    system: text(request.system),
    prompt: text(request.prompt),
    promptHash: text(request.promptHash),
    threshold: number(parameters.threshold),
    latencyMs: number(report.latencyMs),
    ...(isObject(tokens)
      ? { tokens: { input: number(tokens.input) ?? 0, output: number(tokens.output) ?? 0 } }
      : {}),
    ...(isObject(cost)
      ? { cost: { amount: number(cost.amount) ?? 0, currency: text(cost.currency) ?? '' } }
      : {}),
    answers: list(report.responses).map((one) => ({
      text: text(one.text) ?? '',
      problems: Array.isArray(one.problems) ? one.problems.filter((p) => typeof p === 'string') : [],
    })),
    budget: readBudget(report.budget),
    attempts: readAttempts(report),
    quotes: [],
  };
}

function resultOf(
  result: JsonObject,
): Pick<AiCallView, 'confidence' | 'rationale' | 'quotes' | 'quotesRequired'> {
  return {
    confidence: {
      value: number(result.confidence) ?? 0,
      source: result.confidenceSource as ConfidenceSource,
    },
    rationale: text(result.rationale),
    quotesRequired: quotesRequired(result),
    quotes: list(result.evidence).flatMap((one) => {
      const quote = text(one.quote);
      return quote ? [{ quote, ...(text(one.field) ? { field: text(one.field) } : {}) }] : [];
    }),
  };
}

/** What all calls cost, by currency: “€0.0031”; undefined when no price is known. */
export function totalCost(calls: readonly AiCallView[]): string | undefined {
  const sums = new Map<string, number>();
  for (const { cost } of calls)
    if (cost) sums.set(cost.currency, (sums.get(cost.currency) ?? 0) + cost.amount);
  return sums.size === 0
    ? undefined
    : [...sums].map(([currency, amount]) => money(amount, currency)).join(' + ');
}

/** A small amount with four decimals. */
export function money(amount: number, currency: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 4 };
  try {
    return new Intl.NumberFormat('en-GB', { style: 'currency', currency, ...digits }).format(amount);
  } catch {
    return `${amount.toFixed(4)} ${currency}`;
  }
}
