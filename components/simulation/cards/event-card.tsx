'use client';

import { elementName } from '@/components/instance/model/sentences';
import { Button } from '@/components/ui/button';
import { formatUtc } from '@/components/ui/format-time';
import type { Step, Waiting } from '@/lib/simulation';
import { type CardProps, useSimulationStore } from '../context';
import { JsonField, useJsonField } from '../json-field';

type Props = CardProps & { waiting: Waiting };

/** Events, and whatever else only needs variables. */
export function EventCard(props: Props) {
  const { perform } = useSimulationStore().getState();
  const { elementId: at, kind, dueAt, name, incident } = props.waiting;
  switch (kind) {
    case 'timer':
      return (
        <Button onClick={() => perform({ at, timer: 'fire' })}>Jump to {formatUtc(dueAt ?? '')} UTC</Button>
      );
    case 'message':
      return <WithVariables label={`Send “${name}”`} make={(message) => ({ at, message })} />;
    case 'signal':
      return <WithVariables label={`Broadcast “${name}”`} make={(signal) => ({ at, signal })} />;
    case 'condition':
      return <WithVariables label="Set variables" open make={(set) => ({ set })} />;
    case 'incident':
      return (
        <div className="flex flex-col gap-2">
          <p>{incident?.message}</p>
          <WithVariables label="Retry" open make={(retry) => ({ at, retry })} />
        </div>
      );
    case 'ad-hoc':
      return <AdHoc {...props} />;
    default:
      return null;
  }
}

interface WithVariablesProps {
  label: string;
  /** Variables are what it is about. */
  open?: boolean;
  make: (variables: Extract<Step, { set: unknown }>['set']) => Step;
}

function WithVariables({ label, open, make }: WithVariablesProps) {
  const { perform } = useSimulationStore().getState();
  const field = useJsonField({});
  return (
    <div className="flex flex-col items-stretch gap-2">
      <details open={open}>
        <summary className="min-h-6 cursor-pointer text-xs text-muted">With variables</summary>
        <JsonField field={field} label="Variables" hint="As a JSON object." />
      </details>
      <Button
        className="self-start"
        onClick={() => {
          const variables = field.read();
          if (variables) perform(make(variables));
        }}
      >
        {label}
      </Button>
    </div>
  );
}

function AdHoc({ session, document, waiting }: Props) {
  const { perform } = useSimulationStore().getState();
  const at = waiting.elementId;
  const inside = Object.values(session.executable.nodes).filter(
    ({ scope, incoming, attachedTo }) => scope === at && incoming.length === 0 && attachedTo === undefined,
  );
  return (
    <div className="flex flex-wrap gap-2">
      {inside.map(({ id }) => (
        <Button key={id} onClick={() => perform({ at, activate: [id] })}>
          Begin {elementName(document, id)}
        </Button>
      ))}
    </div>
  );
}
