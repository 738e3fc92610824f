import type { ComplexJoin } from './behavior';
import { evaluateCondition } from './evaluate';
import { routeAll, take } from './flow';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation } from './state';

/** What a gathering complex gateway keeps: flows whose token it has, and whether it has put its tokens out. */
export interface ComplexState {
  flows: string[];
  passed: boolean;
}

export function noted({ data }: Activation): ComplexState {
  const state = data as { flows?: string[]; passed?: boolean } | undefined;
  return { flows: state?.flows ?? [], passed: state?.passed ?? false };
}

/** After each token: when the activation condition holds, the outgoing flows are taken. */
export function activateComplex(run: Run, key: number): void {
  const activation = alive(run, key);
  const state = noted(activation);
  const node = nodeOf(run, activation.elementId);
  const { activationCondition } = node.config as ComplexJoin;
  if (state.passed || !activationCondition) return;
  const locals = { activationCount: state.flows.length };
  const asking = { key, phase: 'activate' as const, what: 'The activation condition', locals };
  if (!evaluateCondition(run, activationCondition, asking)) return;
  const flows = routeAll(run, key, node, 'activate');
  emit(run, 'behavior.noted', about(run, activation), { data: { ...state, passed: true } });
  for (const flow of flows) take(run, flow, activation.scopeKey);
}
