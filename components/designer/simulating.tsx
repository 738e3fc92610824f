'use client';

import { later } from '@/components/ui/later';
import type { Problem } from '@/engine/compile/problem';
import type { Session } from '@/lib/simulation';
import type { DesignerApi } from './api';
import { useEditor } from './store/context';

/** Loaded when somebody simulates: who draws doesn't pay for it. */
const SimulationView = later(
  () => import('@/components/simulation/simulation-view').then((it) => it.SimulationView),
  {
    name: 'The simulation',
    place: (_props, failure) => (
      <div className="min-h-0 grow">
        {failure ?? <p className="p-6 text-muted">The simulation is loading…</p>}
      </div>
    ),
  },
);

export interface SimulatingProps {
  simulation: { replay?: Session };
  api: DesignerApi;
  onEnd: () => void;
  onGoTo: (problem: Pick<Problem, 'elementId' | 'field'>) => void;
}

/** The draft as it is now in motion. */
export function Simulating({ simulation, api, onEnd, onGoTo }: SimulatingProps) {
  const document = useEditor((state) => state.history.present);
  const plane = useEditor((state) => state.plane);
  return (
    <SimulationView
      document={document}
      plane={plane}
      replay={simulation.replay}
      onEnd={onEnd}
      onGoTo={(elementId, field) => onGoTo(field ? { elementId, field } : { elementId })}
      onSave={api.saveScenario}
    />
  );
}
