'use client';

import { Play, Square } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-field';
import type { AiCallView } from '@/lib/elements/ai-call/schema';
import { useScope } from '../fields/use-scope';
import { Section } from '../section';
import { useDesignerApi } from '../use-designer-api';
import { resultUnder, SaveCase } from './save-case';
import { TrialResult } from './trial-result';
import { parseSample, sampleOf } from './trial-sample';
import { TrialTexts } from './trial-texts';
import { useChoices } from './use-choices';
import { useTrial } from './use-trial';

/** Tries the step as it stands with a sample; what comes back is shown as it comes, also when it doesn't fit. */
export function TrialSection({ id, view }: { id: string; view: AiCallView }) {
  const [text, setText] = useState<string | null>(null);
  const [chosen, setChosen] = useState('');
  const api = useDesignerApi();
  const choices = useChoices(id);
  const { variables } = useScope(id);
  const { running, texts, passed, trial, refused, run, stop } = useTrial(
    api ? { processId: api.processId, elementId: id } : {},
  );
  const shown = text ?? JSON.stringify(sampleOf([view.systemPrompt, view.userPrompt], variables), null, 2);
  const sample = parseSample(shown);
  const choose = (value: string) => {
    setChosen(value);
    const choice = choices.find((each) => each.value === value);
    setText(choice ? JSON.stringify(choice.variables, null, 2) : null);
  };
  return (
    <Section title="Test run" number={7} level={3}>
      <div className="flex flex-col gap-2">
        <Select
          label="Sample"
          placeholder={text === null || chosen ? 'Variables of the prompt, to fill in' : 'As typed'}
          options={choices}
          value={chosen}
          hint="Of real inputs, e-mail addresses, telephone, account and card numbers are masked; names are not."
          onChange={({ target }) => choose(target.value)}
        />
        <TextArea
          label="Sample variables"
          hint="As a JSON object. The call is recorded, and what it costs counts towards the day’s limit."
          mono
          rows={4}
          spellCheck={false}
          value={shown}
          error={sample ? undefined : 'This is not a JSON object.'}
          onChange={(event) => {
            setText(event.target.value);
            setChosen('');
          }}
        />
        <div className="flex flex-wrap gap-2">
          {running ? (
            <Button icon={<Square size={13} />} onClick={stop}>
              Stop
            </Button>
          ) : (
            <Button
              icon={<Play size={14} />}
              disabled={!sample}
              onClick={() => sample && void run(view, sample)}
            >
              {trial ? 'Run again' : 'Run it'}
            </Button>
          )}
          {trial?.ok && sample && (
            <SaveCase
              elementId={id}
              variables={sample}
              result={resultUnder(view.resultVariable, trial.result)}
            />
          )}
        </div>
        <div className="flex flex-col gap-2" data-testid="trial">
          <TrialTexts texts={texts} running={running} />
          {/* the text alone would be read out piece by piece */}
          <div aria-live="polite">
            {running && passed.length > 0 && (
              <p className="text-xs text-muted">{passed.at(-1)?.message} The next model is asked.</p>
            )}
            {refused && <Banner tone="error">{refused}</Banner>}
            {trial && <TrialResult trial={trial} threshold={view.threshold} />}
          </div>
        </div>
      </div>
    </Section>
  );
}
