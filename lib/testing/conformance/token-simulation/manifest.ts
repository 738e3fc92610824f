import { corpusModels } from '@/lib/bpmn/corpora';

export const GROUP = 'extended/12-token-simulation';

/** What the simulator says happened since the last look; `rawTrace` is `action:element:scope`, in order. */
export interface Expected {
  do: 'expect';
  sequenceFlowsTaken: string[];
  elementsEntered: string[];
  elementsLeft: string[];
  rawTrace: string[];
}

export type SimulationStep =
  | { do: 'trigger'; element: string }
  | { do: 'signal'; element: string }
  | { do: 'waitAtElement'; element: string }
  | { do: 'setConfig'; element: string; config: { activeOutgoing: string | string[] } }
  | Expected;

export interface Scenario {
  id: string;
  file: string;
  steps: SimulationStep[];
}

/** Every scenario of the corpus; none when there is none. */
export const scenarios = (): Scenario[] =>
  (corpusModels(GROUP) as unknown as { file: string; scenarios: Omit<Scenario, 'file'>[] }[]).flatMap(
    ({ file, scenarios }) => scenarios.map((each) => ({ ...each, file })),
  );
