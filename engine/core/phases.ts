import type { NeedsAnswers } from './abandon';
import { attempt } from './attempt';
import { handlerEnded, handOn, isCompensable } from './compensation';
import { activateComplex, complexFlows } from './complex-gateway';
import { completes } from './event-sub-processes';
import { routeAll, take } from './flow';
import { addGathered, beginGathering, handOver, yielded } from './gathering';
import { park } from './incidents';
import type { JsonObject } from './json';
import { linkTargets } from './links';
import { attachBoundary, awaitTrigger, triggerOf } from './listen';
import { hear } from './listeners';
import type { Loop } from './loop-model';
import { gather, iterate, judge, loopOf, startLoop } from './loops';
import { evaluateMappings } from './mappings';
import type { Mapping } from './model';
import { waitsForOthers } from './quiet-joins';
import { about, alive, behaviorOf, emit, nodeOf, type Run } from './run';
import type { Activation, Phase } from './state';
import { RunningStep } from './step';
import { hearAside, hearCompleting } from './task-listeners';
import { detachListeners, discardArrivals, stopReacting, terminateChildren } from './terminate';
import type { Trigger } from './triggers';
import { checkSize, propagate, setVariables } from './variables';
import { visibleVariables } from './visible-variables';

/** Work of this type evaluates expressions; its outcome is an `answer`. */
export const FEEL_WORK = 'countersign:feel';

/** Attempts of evaluation work before an incident. */
const FEEL_RETRIES = 3;

type PhaseRunner = (run: Run, key: number) => Phase | null;

const RUNNERS: Record<Phase, PhaseRunner> = {
  input,
  before: (run, key) => (hear(run, key, 'start') ? null : 'activate'),
  activate,
  children,
  completing: (run, key) => (hearCompleting(run, key) ? null : 'output'),
  output,
  after,
  leave,
  aside(run, key) {
    hearAside(run, key);
    return null;
  },
};

/** Runs an activation from a phase onwards until it waits, ends or is parked. */
export function runPhases(run: Run, key: number, from: Phase): void {
  for (let phase: Phase | null = from; phase !== null; phase = runPhase(run, key, phase)) run.steps += 1;
}

function runPhase(run: Run, key: number, phase: Phase): Phase | null {
  let next: Phase | null = null;
  const abandoned = attempt(run, () => {
    next = RUNNERS[phase](run, key);
  });
  if (!abandoned) return next;
  if (phase === 'output' || phase === 'leave') stopReacting(run, key);
  if (abandoned.kind === 'needs-answers') ask(run, key, phase, abandoned);
  else park(run, key, abandoned.code, abandoned.message, phase);
  return next;
}

function input(run: Run, key: number): Phase {
  const activation = alive(run, key);
  const { inputs, listeners } = nodeOf(run, activation.elementId);
  // each iteration of a loop has inputs and listeners of its own, the loop around them has none
  if (activation.attachedTo !== undefined || loopOf(run, activation)) return 'activate';
  if (inputs?.length) {
    setVariables(run, key, key, evaluateMappings(run, key, 'input', inputs, {}));
    checkSize(run);
  }
  return listeners?.start ? 'before' : 'activate';
}

function activate(run: Run, key: number): Phase | null {
  const activation = alive(run, key);
  const node = nodeOf(run, activation.elementId);
  const loop = loopOf(run, activation);
  if (loop) return activateLoop(run, key, loop);
  const step = new RunningStep(run, key, 'activate');
  if (activation.attachedTo !== undefined) {
    awaitTrigger(run, step, triggerOf(run, key) as Trigger);
    return null;
  }
  const behavior = behaviorOf(run, node);
  if (behavior.joins === 'complex' && waitsForOthers(run, node)) activateComplex(run, key);
  else behavior.activate(step, node.config);
  if (step.entered && run.state.activations[key]) {
    beginGathering(run, key);
    hostEvents(run, key);
  }
  return step.completed ? 'output' : null;
}

function activateLoop(run: Run, key: number, loop: Loop): Phase | null {
  const nothing = startLoop(run, key, loop);
  if (!nothing) hostEvents(run, key);
  return nothing ? 'output' : null;
}

/** Boundary events begin to listen when their activity waits; those of a loop are the whole loop's. */
function hostEvents(run: Run, key: number): void {
  const { elementId, iteration, listening } = alive(run, key);
  if (iteration === undefined && listening === undefined && nodeOf(run, elementId).boundary.length > 0)
    attachBoundary(run, key);
}

/** A scope is asked what follows from an end inside it. */
function children(run: Run, key: number): Phase | null {
  const node = nodeOf(run, alive(run, key).elementId);
  const step = new RunningStep(run, key, 'children');
  const verdict = behaviorOf(run, node).childCompleted?.(step, node.config, step.living()) ?? {
    is: 'go-on',
  };
  if (verdict.is === 'next') step.activateChildren(verdict.elementIds);
  if (verdict.is !== 'done') return null;
  if (!verdict.cancels && completes(run, key)) {
    stopReacting(run, key);
    return null;
  }
  terminateChildren(run, key, 'The completion condition is met.');
  discardArrivals(run, key, about(run, alive(run, key)));
  return 'output';
}

function output(run: Run, key: number): Phase {
  const activation = alive(run, key);
  const { outputs, dataStates, listeners } = nodeOf(run, activation.elementId);
  const loop = loopOf(run, activation);
  if (loop) gather(run, key, loop);
  else if (outputs?.length) mapOutputs(run, activation, outputs);
  else handOver(run, key);
  // a repeated activity leaves its data in a state when all of it is done
  if (dataStates && activation.iteration === undefined) write(run, activation, dataStates);
  return !loop && listeners?.end ? 'after' : 'leave';
}

function after(run: Run, key: number): Phase | null {
  if (!hear(run, key, 'end')) return 'leave';
  // nothing interrupts what is done, and nothing begins in it
  detachListeners(run, alive(run, key), 'The step is done.');
  return null;
}

/** Writes into the scope around an activation. */
function write(run: Run, { key, scopeKey }: Activation, variables: Readonly<JsonObject>): void {
  propagate(run, key, scopeKey, variables);
  checkSize(run);
}

function mapOutputs(run: Run, activation: Activation, outputs: readonly Mapping[]): void {
  const around = visibleVariables(run.state, activation.scopeKey);
  write(run, activation, evaluateMappings(run, activation.key, 'output', outputs, around));
}

function leave(run: Run, key: number): null {
  const activation = alive(run, key);
  const node = nodeOf(run, activation.elementId);
  if (activation.iteration !== undefined && node.loop) return leaveIteration(run, activation, node.loop);
  const flows = activation.undoes === undefined ? flowsFrom(run, activation) : [];
  const gives = flows.length === 0 && !linkTargets(node.throws).length ? yielded(run, activation) : undefined;
  if (gives !== undefined) addGathered(run, activation, gives);
  // the next handler begins before this one ends: what they undo keeps their scope alive
  if (activation.undoes !== undefined) handOn(run, key);
  finish(run, activation);
  for (const flow of flows)
    for (let token = 0; token < (node.completionQuantity ?? 1); token += 1)
      take(run, flow, activation.scopeKey);
  for (const target of linkTargets(node.throws))
    run.queue.push({ enter: target, scopeKey: activation.scopeKey });
  run.touched.add(activation.scopeKey);
  handlerEnded(run, activation);
  return null;
}

function flowsFrom(run: Run, activation: Activation): readonly string[] {
  const node = nodeOf(run, activation.elementId);
  const { joins, route } = behaviorOf(run, node);
  if (joins === 'complex') return complexFlows(run, activation.key);
  return route
    ? route(new RunningStep(run, activation.key, 'leave'), node.config)
    : routeAll(run, activation.key, node);
}

function leaveIteration(run: Run, activation: Activation, loop: Loop): null {
  const verdict = judge(run, activation.key, loop);
  finish(run, activation);
  iterate(run, activation.scopeKey, activation.iteration ?? 0, loop, verdict);
  return null;
}

function finish(run: Run, activation: Activation): void {
  detachListeners(run, activation, 'The step is done.');
  const compensable = isCompensable(run, activation);
  emit(run, 'element.completed', about(run, activation), compensable ? { compensable } : {});
}

function ask(run: Run, key: number, phase: Phase, { sources, locals }: NeedsAnswers): void {
  const activation = alive(run, key);
  const used = activation.attempts ?? 0;
  const question = { expressions: [...sources], phase };
  emit(run, 'work.created', about(run, activation), {
    workType: FEEL_WORK,
    retries: FEEL_RETRIES + used,
    attempt: used + 1,
    payload: locals ? { ...question, locals } : question,
    phase,
  });
}
