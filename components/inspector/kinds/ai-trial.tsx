'use client';

import { Play } from 'lucide-react';
import { useState } from 'react';
import { apiPost } from '@/components/common/api-client';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { TextArea } from '@/components/ui/text-field';
import type { AiCallView } from '@/lib/elements/ai-call/schema';
import { type Trial, TrialResult } from './trial-result';
import { parseSample, sampleOf } from './trial-sample';

/** Tries the step as it stands with sample variables; what comes back is shown, also when it doesn't fit. */
export function TrialSection({ view }: { view: AiCallView }) {
  const [text, setText] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const shown = text ?? JSON.stringify(sampleOf(view.systemPrompt, view.userPrompt), null, 2);
  const sample = parseSample(shown);

  const run = async () => {
    if (!sample) return;
    setBusy(true);
    setRefused(null);
    const answer = await apiPost<Trial>('/ai/test-run', { ...view, variables: sample });
    setBusy(false);
    if (answer.ok) return setTrial(answer.body);
    setTrial(null);
    setRefused(answer.problem.errors?.[0]?.message ?? answer.problem.detail);
  };
  return (
    <Section title="Test run" number={6} level={3}>
      <div className="flex flex-col gap-2">
        <TextArea
          label="Sample variables"
          hint="As a JSON object. The call is recorded, and costs what it costs."
          mono
          rows={4}
          spellCheck={false}
          value={shown}
          error={sample ? undefined : 'This is not a JSON object.'}
          onChange={(event) => setText(event.target.value)}
        />
        <Button icon={<Play size={14} />} busy={busy} disabled={!sample} onClick={() => void run()}>
          Test run
        </Button>
        <div aria-live="polite" data-testid="trial">
          {refused && <Banner tone="error">{refused}</Banner>}
          {trial && <TrialResult trial={trial} threshold={view.threshold} />}
        </div>
      </div>
    </Section>
  );
}
