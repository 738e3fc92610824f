import type { ServerEvent } from '@/components/common/api-stream';
import type { BudgetShown } from '@/components/ui/budget-use';
import type { ConfidenceSource } from '@/components/ui/confidence-wording';
import type { Json } from '@/engine/core/json';
import type { AttemptShown } from '@/lib/ai/read-attempts';

/** One answer of the model: what it has written so far, and what is wrong with it once that is known. */
export interface TrialText {
  text: string;
  problems: string[] | null;
}

/** What a trial call gave, as the API answers it. */
export type Trial = {
  schemaOk: boolean;
  problems: string[];
  answers: { text: string; problems: string[] }[];
  provider?: string;
  model?: string;
  simulated?: boolean;
  /** Where its provider processes data; null: not stated. */
  region?: string | null;
  latencyMs?: number;
  tokens?: { input: number; output: number };
  cost?: { amount: number; currency: string } | null;
  /** How much of the limits this run used; absent where nothing is limited. */
  budget?: BudgetShown;
  /** In the order in which they were asked. */
  attempts?: AttemptShown[];
} & (
  | {
      ok: true;
      result: {
        value: Json;
        confidence: number;
        confidenceSource: ConfidenceSource;
        rationale: string;
        evidence?: { quote: string; field?: string; start?: number }[];
        quotesRequired?: boolean;
        belowThreshold: boolean;
      };
    }
  | { ok: false; code: string; message: string }
);

/** How far a trial has come. */
export interface TrialState {
  running: boolean;
  /** The answers in order; more than one when the model was corrected. */
  texts: readonly TrialText[];
  /** Models of the chain that have given no answer so far. */
  passed: readonly AttemptShown[];
  trial: Trial | null;
  /** Why nothing was asked, or what broke off. */
  refused: string | null;
}

export const NO_TRIAL: TrialState = { running: false, texts: [], passed: [], trial: null, refused: null };

/** The state after a message of the stream; unknown messages change nothing. */
export function heard(state: TrialState, { event, data }: ServerEvent): TrialState {
  switch (event) {
    case 'text':
      return { ...state, texts: written(state.texts, (data as { text: string }).text) };
    case 'checked': {
      const last = state.texts.at(-1) ?? { text: '', problems: null };
      const checked = { ...last, problems: (data as { problems: string[] }).problems };
      return { ...state, texts: [...state.texts.slice(0, -1), checked] };
    }
    case 'passed-on':
      return {
        ...state,
        texts: brokenOff(state.texts, (data as AttemptShown).message),
        passed: [...state.passed, data as AttemptShown],
      };
    case 'answer':
      return answered(state, data as Trial);
    case 'problem':
      return { ...state, running: false, refused: (data as { detail: string }).detail };
    default:
      return state;
  }
}

function written(texts: readonly TrialText[], piece: string): TrialText[] {
  const last = texts.at(-1);
  if (!last || last.problems !== null) return [...texts, { text: piece, problems: null }];
  return [...texts.slice(0, -1), { ...last, text: last.text + piece }];
}

/** What a model had begun to write when the next one was asked. */
function brokenOff(texts: readonly TrialText[], why: string): readonly TrialText[] {
  const last = texts.at(-1);
  return last?.problems === null ? [...texts.slice(0, -1), { ...last, problems: [why] }] : texts;
}

/** The answers as the server kept them: what was written last may have come without a verdict. */
const answered = (state: TrialState, trial: Trial): TrialState => ({
  ...state,
  running: false,
  trial,
  texts: trial.answers.length > 0 ? trial.answers : state.texts,
});
