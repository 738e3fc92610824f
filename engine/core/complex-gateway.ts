import type { ComplexJoin } from './behavior';
import { evaluateCondition } from './evaluate';
import { conditionalFlows, holds, routeAll, take } from './flow';
import type { JsonObject } from './json';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation } from './state';

/**
 * What a gathering complex gateway keeps: flows whose token it has, whether it has put its tokens out, and how many
 * flows had a token then.
 */
export interface ComplexState {
  flows: string[];
  passed: boolean;
  first?: number;
}

export function noted({ data }: Activation): ComplexState {
  const state = data as Partial<ComplexState> | undefined;
  const { flows = [], passed = false, first } = state ?? {};
  return first === undefined ? { flows, passed } : { flows, passed, first };
}

/** What the conditions of a complex gateway see beside the variables (BPMN 2.0.2, 13.4.5). */
const facts = (activationCount: number, waitingForStart: boolean): JsonObject => ({
  activationCount,
  waitingForStart,
});

/** After each token: when the activation condition holds, the outgoing flows are taken. */
export function activateComplex(run: Run, key: number): void {
  const activation = alive(run, key);
  const state = noted(activation);
  const { activationCondition } = nodeOf(run, activation.elementId).config as ComplexJoin;
  if (state.passed || !activationCondition) return;
  const locals = facts(state.flows.length, true);
  const asking = { key, phase: 'activate' as const, what: 'The activation condition', locals };
  if (evaluateCondition(run, activationCondition, asking)) passFirst(run, key);
}

/** The first phase: the outgoing flows are taken as those of an inclusive gateway, then it waits for reset. */
function passFirst(run: Run, key: number): void {
  const activation = alive(run, key);
  const state = noted(activation);
  const first = state.flows.length;
  const node = nodeOf(run, activation.elementId);
  const flows = routeAll(run, key, node, 'activate', facts(first, true));
  emit(run, 'behavior.noted', about(run, activation), { data: { ...state, passed: true, first } });
  for (const flow of flows) take(run, flow, activation.scopeKey);
}

/**
 * The flows that a complex gateway takes when it ends. One that joined resets: the conditions are looked at again,
 * with the tokens that came since; where none is true the default flow is taken, and where there is none of either
 * nothing is, which is no error. Flows without a condition were taken in the first phase. One that only splits, or
 * that has no activation condition and has waited for all that can come, is in its first phase still.
 */
export function complexFlows(run: Run, key: number): readonly string[] {
  const activation = alive(run, key);
  const node = nodeOf(run, activation.elementId);
  const { flows, passed, first = 0 } = noted(activation);
  if (!passed) return routeAll(run, key, node, 'leave', facts(Math.max(flows.length, 1), true));
  const locals = facts(flows.length - first, false);
  const conditional = conditionalFlows(run, node);
  const matched = conditional.filter((id) => holds(run, { key, phase: 'leave', locals }, id));
  const otherwise = conditional.length > 0 && node.defaultFlow !== undefined ? [node.defaultFlow] : [];
  return matched.length > 0 ? matched : otherwise;
}
