import { fail } from './abandon';
import { evaluate, evaluateCondition, label, requireAnswers } from './evaluate';
import type { Json, JsonObject } from './json';
import type { Loop, MultiInstance, StandardLoop } from './loop-model';
import type { Expression } from './model';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation, LoopState } from './state';
import { terminateChildren } from './terminate';
import { throwOne } from './throwing';
import type { Throw } from './triggers';
import { propagate } from './variables';

/** Iterations that one parallel multi-instance may have. */
export const ITERATION_LIMIT = 10_000;

/** The loop of an activation that is the loop itself, not one of its iterations. */
export function loopOf(run: Run, activation: Activation): Loop | undefined {
  return activation.iteration === undefined ? nodeOf(run, activation.elementId).loop : undefined;
}

/** Begins the iterations; answers whether there is nothing to do. */
export function startLoop(run: Run, key: number, loop: Loop): boolean {
  return loop.type === 'standard' ? startStandard(run, key, loop) : startMulti(run, key, loop);
}

function startStandard(run: Run, key: number, loop: StandardLoop): boolean {
  const first = loop.maximum !== 0 && (!loop.testBefore || goesOn(run, key, 'activate', loop, 0));
  emit(run, 'loop.started', about(run, alive(run, key)), { total: null });
  if (first) startIteration(run, key, loop, 1);
  return !first;
}

function startMulti(run: Run, key: number, loop: MultiInstance): boolean {
  const { items, total } = count(run, key, loop);
  const gathers = loop.outputCollection !== undefined;
  emit(run, 'loop.started', about(run, alive(run, key)), {
    total,
    ...(items ? { items } : {}),
    ...(gathers ? { gathers } : {}),
  });
  const first = loop.sequential ? Math.min(1, total) : total;
  for (let iteration = 1; iteration <= first; iteration += 1) startIteration(run, key, loop, iteration);
  return total === 0;
}

function count(run: Run, key: number, loop: MultiInstance): { items?: Json[]; total: number } {
  const node = nodeOf(run, alive(run, key).elementId);
  const asking = { key, phase: 'activate' as const, what: 'The number of repetitions' };
  if (loop.collection) {
    const items = evaluate(run, loop.collection, { ...asking, what: 'The list of items' });
    if (!Array.isArray(items))
      return fail('evaluation', `The items of ${label(node)} must be a list, but are ${shown(items)}.`);
    return { items, total: within(items.length, label(node)) };
  }
  const total = loop.cardinality ? evaluate(run, loop.cardinality, asking) : null;
  const number = typeof total === 'string' && total.trim() !== '' ? Number(total) : total;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0)
    return fail('evaluation', `${label(node)} is repeated a whole number of times, not ${shown(total)}.`);
  return { total: within(number, label(node)) };
}

const shown = (value: Json): string => JSON.stringify(value).slice(0, 80);

function within(total: number, name: string): number {
  if (total > ITERATION_LIMIT)
    fail('step-limit', `${name} would be repeated ${total} times; at most ${ITERATION_LIMIT} are allowed.`);
  return total;
}

function startIteration(run: Run, body: number, loop: Loop, iteration: number): void {
  const { elementId, loop: state } = alive(run, body);
  const key = run.state.nextKey;
  const variables: JsonObject = { loopCounter: iteration };
  if (loop.type === 'multi' && loop.inputElement)
    variables[loop.inputElement] = state?.items?.[iteration - 1] ?? null;
  const named = { elementId, elementType: nodeOf(run, elementId).elementType, key, scopeKey: body };
  emit(run, 'element.activated', named, { iteration, variables });
  run.queue.push({ phase: 'input', key });
}

/** What an iteration's end means for its loop: evaluated before anything is written. */
export interface Verdict {
  gathered?: Json;
  over: boolean;
  next: boolean;
  throws: readonly Throw[];
}

/** Abandons the phase when an expression needs an answer. */
export function judge(run: Run, key: number, loop: Loop): Verdict {
  const { scopeKey } = alive(run, key);
  const state = alive(run, scopeKey).loop as LoopState;
  const completed = state.completed + 1;
  if (loop.type === 'standard') {
    const next = goesOn(run, key, 'leave', loop, completed);
    return { over: !next, next, throws: [] };
  }
  const locals = counters(state, completed);
  requireAnswers(run, asked(loop), { key, phase: 'leave', what: 'An expression of the loop', locals });
  const over = decides(run, key, loop.completionCondition, 'The completion condition', locals);
  const done = over || completed === state.total;
  return {
    ...(loop.outputElement
      ? { gathered: evaluate(run, loop.outputElement, { key, phase: 'leave', what: 'The output' }) }
      : {}),
    over: done,
    next: !done && loop.sequential,
    throws: thrown(run, key, loop, completed, locals),
  };
}

/** Expressions that the end of an iteration may ask for; all at once, since answers don't outlive the phase. */
const asked = (loop: MultiInstance): Expression[] => [
  ...(loop.outputElement ? [loop.outputElement] : []),
  ...(loop.completionCondition ? [loop.completionCondition] : []),
  ...(loop.behavior.of === 'complex' ? loop.behavior.rules.map((rule) => rule.condition) : []),
];

function thrown(
  run: Run,
  key: number,
  { behavior }: MultiInstance,
  completed: number,
  locals: JsonObject,
): Throw[] {
  if (behavior.of === 'all') return [];
  if (behavior.of !== 'complex') return behavior.of === 'none' || completed === 1 ? [behavior.throws] : [];
  return behavior.rules
    .filter((rule) => decides(run, key, rule.condition, 'A condition of the loop’s behaviour', locals))
    .map((rule) => rule.throws);
}

const decides = (
  run: Run,
  key: number,
  condition: Expression | undefined,
  what: string,
  locals: JsonObject,
): boolean =>
  condition !== undefined && evaluateCondition(run, condition, { key, phase: 'leave', what, locals });

/** The standard's names and those of Camunda 7. */
function counters({ total, started }: LoopState, completed: number): JsonObject {
  const active = started - completed;
  return {
    numberOfInstances: total,
    numberOfActiveInstances: active,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: 0,
    nrOfInstances: total,
    nrOfActiveInstances: active,
    nrOfCompletedInstances: completed,
  };
}

function goesOn(
  run: Run,
  key: number,
  phase: 'activate' | 'leave',
  loop: StandardLoop,
  completed: number,
): boolean {
  if (loop.maximum !== undefined && completed >= loop.maximum) return false;
  if (loop.condition === undefined) return loop.maximum !== undefined || completed === 0;
  const locals: JsonObject = completed === 0 ? { loopCounter: 0 } : {};
  return evaluateCondition(run, loop.condition, { key, phase, what: 'The loop condition', locals });
}

/** An iteration has completed. */
export function iterate(run: Run, body: number, iteration: number, loop: Loop, verdict: Verdict): void {
  if (verdict.gathered !== undefined)
    emit(run, 'loop.gathered', about(run, alive(run, body)), { iteration, value: verdict.gathered });
  for (const each of verdict.throws) {
    // a repetition isn't an event: it goes on and ends by its own rules, whatever it began to undo
    const thrown = each.type === 'compensation' ? { ...each, wait: false } : each;
    if (run.state.activations[body]) throwOne(run, body, thrown, 'leave');
  }
  if (run.state.activations[body] === undefined) return;
  if (verdict.over) {
    terminateChildren(run, body, 'The loop is over.');
    const end = { phase: 'output' as const, key: body };
    // what its instances threw is caught on its border before it is left
    run.queue.push(loop.type === 'multi' && loop.behavior.of !== 'all' ? { ...end, quiet: true } : end);
  } else if (verdict.next) startIteration(run, body, loop, iteration + 1);
}

/** What the iterations gave goes to the scope around the loop. */
export function gather(run: Run, key: number, loop: Loop): void {
  const { loop: state, scopeKey } = alive(run, key);
  if (loop.type === 'multi' && loop.outputCollection && state?.outputs)
    propagate(run, key, scopeKey, { [loop.outputCollection]: state.outputs });
}
