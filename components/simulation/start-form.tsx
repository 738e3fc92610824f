'use client';

import { FastForward, Play } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { FormFields } from '@/components/forms';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import type { Executable, JsonObject } from '@/engine/core';
import { formOf } from '@/lib/elements/form/bpmn';
import { sampleValues } from '@/lib/simulation';
import { useSimulation, useSimulationStore } from './context';
import { JsonField, useJsonField } from './json-field';

/** How the instance begins: which process, at which event, with which variables. */
export function StartForm() {
  const { choose } = useSimulationStore().getState();
  const executables = useSimulation((state) => state.executables);
  const process = useSimulation((state) => state.process);
  const executable = executables.find(({ processKey }) => processKey === process);
  const starts = executable ? startsOf(executable) : [];
  const [event, setEvent] = useState('');
  const chosen = starts.find(({ value }) => value === event)?.value ?? starts[0]?.value ?? '';
  return (
    <Section title="Start" className="p-4.5">
      <p className="mb-3 text-muted">
        The draft runs here only, with the engine’s own rules. Nothing is sent, and nothing of it is kept.
      </p>
      <div className="flex flex-col gap-3">
        {executables.length > 1 && (
          <Select
            label="Process"
            options={executables.map((each) => ({ value: each.processKey, label: each.processName }))}
            value={process}
            onChange={({ target }) => choose(target.value)}
          />
        )}
        {starts.length > 1 && (
          <Select
            label="Start event"
            options={starts}
            value={chosen}
            onChange={({ target }) => setEvent(target.value)}
          />
        )}
        <Variables
          key={`${process} ${chosen}`}
          event={chosen}
          several={starts.length > 1 || isTriggered(executable, chosen)}
        />
      </div>
    </Section>
  );
}

const isTriggered = (executable: Executable | undefined, id: string): boolean =>
  executable?.triggeredStarts?.includes(id) ?? false;

function startsOf({ startNodes, triggeredStarts = [], nodes }: Executable) {
  return [...new Set([...startNodes, ...triggeredStarts])].map((id) => ({
    value: id,
    label: nodes[id]?.name || id,
  }));
}

function Variables({ event, several }: { event: string; several: boolean }) {
  const id = useId();
  const { start, startSample } = useSimulationStore().getState();
  const sampled = useRef(false);
  const document = useSimulation((state) => state.document);
  const refused = useSimulation((state) => state.refused);
  const form = document.elements[event] ? formOf(document, event).form : null;
  const json = useJsonField({});
  const begin = (variables: JsonObject) =>
    (sampled.current ? startSample : start)({
      ...(several ? { event } : {}),
      ...(Object.keys(variables).length > 0 ? { variables } : {}),
    });
  const submits = (withSamples: boolean) => ({
    type: 'submit' as const,
    form: id,
    onClick: () => {
      sampled.current = withSamples;
    },
  });
  return (
    <>
      {form && form.fields.length > 0 ? (
        <FormFields id={id} form={form} values={sampleValues(form)} onSubmit={begin} />
      ) : (
        <form
          id={id}
          onSubmit={(submitted) => {
            submitted.preventDefault();
            const variables = json.read();
            if (variables) begin(variables);
          }}
        >
          <JsonField field={json} label="Variables" hint="As a JSON object." />
        </form>
      )}
      {refused && (
        <Banner tone="error" live>
          {refused}
        </Banner>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" icon={<Play size={15} />} {...submits(false)}>
          Start
        </Button>
        <Button icon={<FastForward size={15} />} {...submits(true)}>
          Run a sample case
        </Button>
      </div>
      <p className="text-xs text-muted">
        A sample case answers every step by itself: the AI with a made-up answer, people with the first
        outcome.
      </p>
    </>
  );
}
