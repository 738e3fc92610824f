import type { Gathering } from './behavior';
import { evaluate } from './evaluate';
import type { Json } from './json';
import { alive, behaviorOf, nodeOf, type Run } from './run';
import type { Activation } from './state';
import { checkSize, propagate, setVariables } from './variables';

/** The list that an activation gathers as a scope. */
function gatheringOf(run: Run, key: number): Gathering | undefined {
  const activation = run.state.activations[key];
  // around the iterations of a loop nothing is gathered: each iteration has a list of its own
  if (activation === undefined || activation.loop !== undefined) return undefined;
  const node = nodeOf(run, activation.elementId);
  return behaviorOf(run, node).gathers?.(node.config);
}

/** A scope begins with an empty list; it is visible inside only, so that scopes that run at once don't share it. */
export function beginGathering(run: Run, key: number): void {
  const gathering = gatheringOf(run, key);
  if (gathering) setVariables(run, key, key, { [gathering.collection]: [] });
}

/** What a path gives that ends at an activation; undefined when nothing is gathered there. May abandon the phase. */
export function yielded(run: Run, { key, scopeKey, elementId, undoes }: Activation): Json | undefined {
  const gathering = undoes === undefined ? gatheringOf(run, scopeKey) : undefined;
  if (gathering === undefined || isEventSubProcess(run, scopeKey, elementId)) return undefined;
  const asking = { key, phase: 'leave' as const, what: 'The output element' };
  return gathering.element ? evaluate(run, gathering.element, asking) : null;
}

/** An event sub-process reacts to what is done in its scope, it is no part of it. */
function isEventSubProcess(run: Run, scopeKey: number, elementId: string): boolean {
  const scope = nodeOf(run, alive(run, scopeKey).elementId);
  return scope.eventSubProcesses?.includes(elementId) ?? false;
}

/** Adds to the list of the scope around an activation. */
export function addGathered(run: Run, { key, scopeKey }: Activation, value: Json): void {
  const gathering = gatheringOf(run, scopeKey) as Gathering;
  const before = alive(run, scopeKey).variables?.[gathering.collection];
  const list = Array.isArray(before) ? [...before, value] : [value];
  setVariables(run, key, scopeKey, { [gathering.collection]: list });
  checkSize(run);
}

/** The scope is left: its list goes to the scope around it. */
export function handOver(run: Run, key: number): void {
  const gathering = gatheringOf(run, key);
  const { variables = {}, scopeKey } = alive(run, key);
  if (gathering === undefined || !Object.hasOwn(variables, gathering.collection)) return;
  propagate(run, key, scopeKey, { [gathering.collection]: variables[gathering.collection] ?? null });
  checkSize(run);
}
