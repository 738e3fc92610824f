import type { Json } from '@/engine/core/json';
import type { ConfidenceSource } from '@/lib/elements/ai-call/config';
import { agreement } from './answer/agreement';
import { checksOf, shareOf } from './answer/checks';
import { located } from './answer/evidence';
import type { QuoteSource } from './answer/quotes';
import { tokenConfidence } from './answer/token-confidence';
import type { Answer } from './ask';
import { tokenProbabilities } from './providers/logprobs';
import type { Check, EvidenceQuote, SelfReport } from './types';

export interface Measured {
  confidence: number;
  confidenceSource: ConfidenceSource;
  confidenceNote?: string;
  selfReport?: SelfReport;
  evidence: EvidenceQuote[];
  checks: Check[];
}

/** Where a model's words about itself stand among the bands they are shown in; never shown as a number. */
const BANDS: Record<SelfReport, number> = { sure: 0.95, 'fairly sure': 0.8, unsure: 0.4 };

/**
 * Measures the first of the answers as the step asks for. What the provider can't give is replaced by the share of
 * checks passed, and named as that.
 */
export function measure(
  source: ConfidenceSource,
  answers: readonly [Answer, ...Answer[]],
  task: { schema: Json; source: QuoteSource },
): Measured {
  const [answer] = answers;
  const evidence = located(answer.evidence, task.source.text, task.source.inputs);
  const checks = checksOf({ schema: task.schema, value: answer.value, evidence, first: answer.first });
  const share = shareOf(checks);
  const from = (confidence: number, more: Partial<Measured> = {}): Measured => ({
    confidence: Math.floor(confidence * 1000) / 1000,
    confidenceSource: source,
    evidence,
    checks,
    ...more,
  });
  switch (source) {
    case 'schema-checks':
      return from(share);
    case 'field-agreement':
      return from(agreement(answers.map(({ value }) => value)));
    case 'self-report': {
      const selfReport = answer.certainty ?? 'unsure';
      return from(BANDS[selfReport], { selfReport });
    }
    case 'logprobs': {
      const score = tokenConfidence(tokenProbabilities(answer.metadata) ?? []);
      if (score !== undefined) return from(score * share);
      const confidenceNote =
        'The provider gives no token probabilities; this is the share of field checks passed.';
      return from(share, { confidenceSource: 'schema-checks', confidenceNote });
    }
  }
}
