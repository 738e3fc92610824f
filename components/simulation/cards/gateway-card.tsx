'use client';

import { useMemo, useState } from 'react';
import { elementName } from '@/components/instance/model/sentences';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { predictedFlows, type Waiting } from '@/lib/simulation';
import { type CardProps, useSimulationStore } from '../context';

/** Where a gateway goes on: as its conditions say, or another way for this pass. */
export function GatewayCard({ session, document, waiting }: CardProps & { waiting: Waiting }) {
  const { perform } = useSimulationStore().getState();
  const { elementId: at } = waiting;
  const node = session.executable.nodes[at];
  const flows = node?.outgoing ?? [];
  const predicted = useMemo(() => predictedFlows(session, waiting), [session, waiting]);
  const name = (id: string) => elementName(document, id);
  const follow = 'flows' in predicted ? predicted.flows.map(name).join(' and ') : null;
  return (
    <div className="flex flex-col gap-2">
      {follow === null && 'problem' in predicted ? (
        <p className="text-xs text-muted">The conditions don’t decide: {predicted.problem}</p>
      ) : (
        <Button variant="primary" className="self-start" onClick={() => perform({ at, flows: [] })}>
          Follow the conditions: {follow}
        </Button>
      )}
      {node?.kind === 'inclusive-gateway' ? (
        <Several flows={flows} name={name} onTake={(chosen) => perform({ at, flows: chosen })} />
      ) : (
        <div className="flex flex-wrap gap-2">
          {flows.map((id) => (
            <Button key={id} onClick={() => perform({ at, flows: [id] })}>
              Take {name(id)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

interface SeveralProps {
  flows: readonly string[];
  name: (id: string) => string;
  onTake: (flows: string[]) => void;
}

function Several({ flows, name, onTake }: SeveralProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 text-xs text-muted">Or take</legend>
      {flows.map((id) => (
        <Checkbox
          key={id}
          label={name(id)}
          checked={chosen.includes(id)}
          onChange={({ target }) =>
            setChosen(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
          }
        />
      ))}
      <Button className="mt-2 self-start" disabled={chosen.length === 0} onClick={() => onTake([...chosen])}>
        Take these
      </Button>
    </fieldset>
  );
}
