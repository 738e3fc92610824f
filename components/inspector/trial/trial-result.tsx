'use client';

import { Check, X } from 'lucide-react';
import { budgetText } from '@/components/ui/budget-use';
import { Chip } from '@/components/ui/chip';
import { ConfidenceScale } from '@/components/ui/confidence-scale';
import { QuotesFound } from '@/components/ui/quotes-found';
import { RegionBadge } from '@/components/ui/region-badge';
import { ChainUsed } from './chain-used';
import type { Trial } from './trial-state';

/** The verdict on a trial call: whether the answer fits the schema, how sure, how long, at what cost, where it goes. */
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
        {trial.region !== undefined && <RegionBadge region={trial.region} />}
      </p>
      {trial.attempts && <ChainUsed trial={trial} attempts={trial.attempts} />}
      {!trial.ok && <p>{trial.message}</p>}
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
          <p className="text-xs">
            {trial.result.belowThreshold
              ? 'Below the threshold: belowThreshold is true, and a person should look.'
              : 'Not below the threshold: it goes on by itself.'}
          </p>
          <QuotesFound
            required={trial.result.quotesRequired === true}
            count={trial.result.evidence?.length ?? 0}
          />
          {trial.result.rationale && <p className="text-xs text-muted">{trial.result.rationale}</p>}
        </>
      )}
      <p className="text-xs text-muted tabular-nums" data-testid="trial-spent">
        {spent(trial)}
      </p>
      {trial.budget && (
        <p className="text-xs text-muted tabular-nums" data-testid="trial-budget">
          {budgetText(trial.budget)}
        </p>
      )}
    </div>
  );
}

/** “gpt-5 · 1.2 s · 150 tokens · €0.0013”. */
export function spent({ provider, model, latencyMs, tokens, cost }: Trial): string {
  const price = cost
    ? new Intl.NumberFormat('en', {
        style: 'currency',
        currency: cost.currency,
        maximumSignificantDigits: 3,
      }).format(cost.amount)
    : 'no price known';
  return [
    model || provider,
    latencyMs === undefined ? '' : `${(latencyMs / 1000).toFixed(1)} s`,
    tokens && `${tokens.input + tokens.output} tokens`,
    price,
  ]
    .filter(Boolean)
    .join(' · ');
}
