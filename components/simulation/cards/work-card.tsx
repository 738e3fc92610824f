'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { configOf, defaultStep, type Waiting } from '@/lib/simulation';
import { type CardProps, useSimulationStore } from '../context';
import { JsonField, useJsonField } from '../json-field';

/** Work of a service, a decision or a called process: its result, or how it ends otherwise. */
export function WorkCard({ session, waiting }: CardProps & { waiting: Waiting }) {
  const { perform } = useSimulationStore().getState();
  const { elementId: at, kind } = waiting;
  const [initial] = useState(() => {
    const step = defaultStep(session, waiting);
    return step && 'result' in step ? step.result : {};
  });
  const field = useJsonField(initial);
  const { resultVariable } = configOf<{ resultVariable?: string } | null>(session, at) ?? {};
  const hint = resultVariable ? `It is kept in ${resultVariable}.` : 'Variables that it brings, as JSON.';
  return (
    <div className="flex flex-col gap-3">
      <JsonField field={field} label="Result" hint={hint} />
      <Button
        variant="primary"
        className="self-start"
        onClick={() => {
          const result = field.read();
          if (result) perform({ at, result });
        }}
      >
        {kind === 'call' ? 'It returns' : 'Complete'}
      </Button>
      <Failing session={session} waiting={waiting} />
    </div>
  );
}

/** Error codes that something on the border of the element, or around it, catches. */
function codesFor(session: CardProps['session'], at: string, type: 'error' | 'escalation'): string[] {
  const codes = Object.values(session.executable.nodes).flatMap(({ triggers = [], attachedTo }) =>
    attachedTo === undefined || attachedTo === at
      ? triggers.flatMap((trigger) => (trigger.type === type && trigger.code ? [trigger.code] : []))
      : [],
  );
  return [...new Set(codes)];
}

/** Other ways out: a BPMN error, a technical failure, an escalation of a called process. */
export function Failing({ session, waiting }: { session: CardProps['session']; waiting: Waiting }) {
  const { perform } = useSimulationStore().getState();
  const { elementId: at, kind } = waiting;
  const [code, setCode] = useState(codesFor(session, at, 'error')[0] ?? '');
  const escalations = kind === 'call' ? codesFor(session, at, 'escalation') : [];
  return (
    <details>
      <summary className="min-h-6 cursor-pointer text-xs text-muted">It goes wrong</summary>
      <div className="mt-2 flex flex-col gap-2">
        <div className="flex items-end gap-2">
          <TextField
            label="Error code"
            mono
            className="grow"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
          <Button disabled={code.trim() === ''} onClick={() => perform({ at, error: code.trim() })}>
            Throw the error
          </Button>
        </div>
        <div className="flex flex-wrap gap-2">
          {kind !== 'call' && (
            <Button onClick={() => perform({ at, fail: 'Simulated failure: no retry is left.' })}>
              Fail technically
            </Button>
          )}
          {escalations.map((each) => (
            <Button key={each} onClick={() => perform({ at, escalation: each })}>
              Escalate {each}
            </Button>
          ))}
        </div>
      </div>
    </details>
  );
}
