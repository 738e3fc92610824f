import type { Json, JsonObject } from '@/engine/core/json';
import { endsOf } from './run-scenario';
import type { Session } from './session';
import { SCENARIO_CLOCK, type Scenario, type Step } from './types';
import { waitingElements } from './waiting';

/** The path that was walked as a scenario that expects what came of it, the given variables among it. */
export function scenarioOf(session: Session, name: string, variables: readonly string[]): Scenario {
  const { executable, clock, start, steps, state } = session;
  const ends = endsOf(session);
  const waits = waitingElements(session);
  const expected = pick(state.variables, variables);
  return {
    scenario: name,
    process: executable.processKey,
    ...(clock === SCENARIO_CLOCK ? {} : { clock }),
    ...(Object.keys(start).length > 0 ? { start } : {}),
    steps: pathOf(steps),
    expect: {
      status: state.status,
      ...(ends.length > 0 ? { ends } : {}),
      ...(state.status === 'running' ? { waits } : {}),
      ...(variables.length > 0 ? { variables: expected } : {}),
    },
  };
}

/** Gateways that always followed their conditions need no mention; of the others each pass does. */
function pathOf(steps: readonly Step[]): Step[] {
  const told = new Set(steps.flatMap((step) => ('flows' in step && step.flows.length > 0 ? [step.at] : [])));
  return steps.filter((step) => !('flows' in step) || told.has(step.at));
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
