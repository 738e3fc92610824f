'use client';

import { useDeferredValue, useMemo } from 'react';
import { Popover } from '@/components/ui/popover';
import { exampleOf, sampleResult } from '@/lib/feel/sample';
import type { ScopeVariable } from '@/lib/feel/scope';
import { sampleValue, setSample, useSamples } from './sample-values';
import { DraftText } from './text';

export interface FeelResultProps {
  label: string;
  source: string;
  variables: readonly ScopeVariable[];
}

/** What the expression gives with sample values, which can be set. Nothing for what has no end or is not FEEL. */
export function FeelResult({ label, source, variables }: FeelResultProps) {
  const set = useSamples();
  const typed = useDeferredValue(source);
  const values = useMemo(
    () => ({ ...Object.fromEntries(variables.map((each) => [each.name, exampleOf(each)])), ...set }),
    [variables, set],
  );
  const result = useMemo(() => sampleResult(typed, values, new Date().toISOString()), [typed, values]);
  if (!result) return null;
  return (
    <p className="mt-1 flex min-w-0 items-baseline gap-2 text-xs text-muted" data-sample-result="">
      <span className="min-w-0 truncate font-mono">
        <span aria-hidden="true">→ </span>
        <span className="sr-only">{label} with sample values: </span>
        {result.text}
      </span>
      {result.names.length > 0 && (
        <Popover
          label={`Sample values of ${label}`}
          align="end"
          className="w-64"
          trigger={
            <button type="button" className="inline-link ml-auto min-h-6 flex-none">
              Sample
            </button>
          }
        >
          <div className="flex flex-col gap-2">
            {result.names.map((name) => (
              <DraftText
                key={name}
                label={name}
                mono
                value={textOf(values[name] ?? null)}
                onCommit={(text) => setSample(name, sampleValue(text))}
              />
            ))}
          </div>
        </Popover>
      )}
    </p>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
