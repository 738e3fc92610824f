'use client';

import { Check, X } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { ConfidenceScale } from '@/components/ui/confidence-scale';
import type { ConfidenceSource } from '@/components/ui/confidence-wording';
import type { Json } from '@/engine/core/json';

/** What a trial call gave, as the API answers it. */
export type Trial = {
  schemaOk: boolean;
  problems: string[];
  provider?: string;
  model?: string;
  simulated?: boolean;
  latencyMs?: number;
  cost?: { amount: number; currency: string } | null;
} & (
  | {
      ok: true;
      result: { value: Json; confidence: number; confidenceSource: ConfidenceSource; rationale: string };
    }
  | { ok: false; code: string; message: string }
);

/** The answer of a trial call: whether it fits the schema, how sure, how long, at what cost. */
export function TrialResult({ trial, threshold }: { trial: Trial; threshold: number }) {
  return (
    <div className="flex flex-col gap-2 border-l-2 border-line pl-3 text-sm">
      <p className="flex flex-wrap items-center gap-1.5">
        <span className="flex items-center gap-1 font-medium">
          {trial.schemaOk ? (
            <Check size={14} aria-hidden="true" />
          ) : (
            <X size={14} className="text-incident" aria-hidden="true" />
          )}
          {trial.schemaOk ? 'Fits the schema' : 'Does not fit the schema'}
        </span>
        {trial.simulated && <Chip>Simulated</Chip>}
      </p>
      {!trial.ok && <p>{trial.message}</p>}
      {trial.problems.length > 0 && (
        <ul className="list-disc pl-4 text-xs">
          {trial.problems.slice(0, 10).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {trial.ok && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to */}
          <pre tabIndex={0} className="max-h-60 overflow-auto rounded-sm bg-sunken p-2 font-mono text-xs/5">
            {JSON.stringify(trial.result.value, null, 2)}
          </pre>
          <ConfidenceScale
            value={trial.result.confidence}
            threshold={threshold}
            source={trial.result.confidenceSource}
            width={300}
          />
          {trial.result.rationale && <p className="text-xs text-muted">{trial.result.rationale}</p>}
        </>
      )}
      <p className="text-xs text-muted tabular-nums">{spent(trial)}</p>
    </div>
  );
}

/** “gpt-5 · 1.2 s · $0.0013”. */
function spent({ provider, model, latencyMs, cost }: Trial): string {
  const price = cost
    ? new Intl.NumberFormat('en', {
        style: 'currency',
        currency: cost.currency,
        maximumSignificantDigits: 3,
      }).format(cost.amount)
    : 'no price known';
  return [model || provider, latencyMs === undefined ? '' : `${(latencyMs / 1000).toFixed(1)} s`, price]
    .filter(Boolean)
    .join(' · ');
}
