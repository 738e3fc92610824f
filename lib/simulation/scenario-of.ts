import type { Json, JsonObject } from '@/engine/core/json';
import { endsOf } from './run-scenario';
import type { Session } from './session';
import { SCENARIO_CLOCK, type Scenario, type Step } from './types';
import { waitingElements } from './waiting';

/** The path that was walked as a scenario that expects what came of it, the given variables among it. */
export function scenarioOf(session: Session, name: string, variables: readonly string[]): Scenario {
  const { executable, clock, start, state } = session;
  const ends = endsOf(session);
  const waits = waitingElements(session);
  const expected = pick(state.variables, variables);
  return {
    scenario: name,
    process: executable.processKey,
    ...(clock === SCENARIO_CLOCK ? {} : { clock }),
    ...(Object.keys(start).length > 0 ? { start } : {}),
    steps: pathOf(session),
    expect: {
      status: state.status,
      ...(ends.length > 0 ? { ends } : {}),
      ...(state.status === 'running' ? { waits } : {}),
      ...(variables.length > 0 ? { variables: expected } : {}),
    },
  };
}

/** Gateways that always followed their conditions at once need no mention; of the others each pass does. */
function pathOf(session: Session): Step[] {
  const { steps } = session;
  const told = new Set(steps.flatMap((step) => ('flows' in step && step.flows.length > 0 ? [step.at] : [])));
  const silent = (step: Step) => 'flows' in step && !told.has(step.at);
  // a gateway beside which something else happened may itself have been what another one waited beside
  for (let before = -1; before !== told.size; ) {
    before = told.size;
    for (const [index, step] of steps.entries())
      if ('flows' in step && !steps.slice(sinceAsked(session, index), index).every(silent)) told.add(step.at);
  }
  return steps.filter((step) => !silent(step));
}

/** The first step that was done while the gateway of a step asked already. */
function sinceAsked({ entries, places }: Session, index: number): number {
  const place = places[index] ?? 0;
  const key = entries[place]?.event.key;
  const asked = entries.findLastIndex(
    ({ event }, at) => at < place && event.type === 'work.created' && event.key === key,
  );
  return places.findIndex((each) => each > asked);
}

/** The variables that the run made or changed: what is worth expecting. */
export function changedVariables({ state, start }: Session): string[] {
  const before = start.variables ?? {};
  return Object.keys(state.variables).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(state.variables[name]),
  );
}

function pick(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name] as Json]] : [])));
}

/** A name for addresses and files: `Large invoice, refused` → `large-invoice-refused`. */
export function scenarioKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-+|-+$/g, '').slice(0, 80) || 'scenario';
}
