import type { NeedsAnswers } from './abandon';
import { attempt } from './attempt';
import { routeAll, take } from './flow';
import { park } from './incidents';
import { evaluateMappings } from './mappings';
import { about, alive, behaviorOf, emit, nodeOf, type Run } from './run';
import type { Phase } from './state';
import { RunningStep } from './step';
import { detachBoundary } from './terminate';
import { checkSize, propagate, setVariables } from './variables';
import { visibleVariables } from './visible-variables';

/** Work of this type evaluates expressions; its outcome is an `answer`. */
export const FEEL_WORK = 'countersign:feel';

/** Attempts of evaluation work before an incident. */
const FEEL_RETRIES = 3;

type PhaseRunner = (run: Run, key: number) => Phase | null;

const RUNNERS: Record<Phase, PhaseRunner> = { input, activate, output, leave };

/** Runs an activation from a phase onwards until it waits, ends or is parked. */
export function runPhases(run: Run, key: number, from: Phase): void {
  for (let phase: Phase | null = from; phase !== null; phase = runPhase(run, key, phase)) run.steps += 1;
}

function runPhase(run: Run, key: number, phase: Phase): Phase | null {
  let next: Phase | null = null;
  const abandoned = attempt(run, () => {
    next = RUNNERS[phase](run, key);
  });
  if (abandoned?.kind === 'needs-answers') ask(run, key, phase, abandoned);
  else if (abandoned) park(run, key, abandoned.code, abandoned.message, phase);
  return next;
}

function input(run: Run, key: number): Phase {
  const node = nodeOf(run, alive(run, key).elementId);
  if (!node.inputs?.length || alive(run, key).attachedTo !== undefined) return 'activate';
  setVariables(run, key, key, evaluateMappings(run, key, 'input', node.inputs, {}));
  checkSize(run);
  return 'activate';
}

function activate(run: Run, key: number): Phase | null {
  const activation = alive(run, key);
  const node = nodeOf(run, activation.elementId);
  const behavior = behaviorOf(run, node);
  const step = new RunningStep(run, key, 'activate');
  if (activation.attachedTo !== undefined) behavior.attach?.(step, node.config);
  else behavior.activate(step, node.config);
  if (step.entered && node.boundary.length > 0 && activation.listening === undefined)
    attachBoundary(run, key);
  return step.completed ? 'output' : null;
}

function attachBoundary(run: Run, host: number): void {
  const { elementId, scopeKey } = alive(run, host);
  for (const id of nodeOf(run, elementId).boundary) {
    const node = nodeOf(run, id);
    if (behaviorOf(run, node).attaches?.(node.config) !== true) continue;
    const key = run.state.nextKey;
    const named = { elementId: id, elementType: node.elementType, key, scopeKey };
    emit(run, 'boundary.attached', named, { attachedTo: host });
    run.queue.push({ phase: 'activate', key });
  }
}

function output(run: Run, key: number): Phase {
  const { elementId, scopeKey } = alive(run, key);
  const node = nodeOf(run, elementId);
  if (!node.outputs?.length) return 'leave';
  const around = visibleVariables(run.state, scopeKey);
  propagate(run, key, scopeKey, evaluateMappings(run, key, 'output', node.outputs, around));
  checkSize(run);
  return 'leave';
}

function leave(run: Run, key: number): null {
  const activation = alive(run, key);
  const node = nodeOf(run, activation.elementId);
  const behavior = behaviorOf(run, node);
  const flows = behavior.route
    ? behavior.route(new RunningStep(run, key, 'leave'), node.config)
    : routeAll(run, key, node);
  detachBoundary(run, activation, 'The step is done.');
  emit(run, 'element.completed', about(run, activation), {});
  for (const flow of flows) take(run, flow, activation.scopeKey);
  run.touched.add(activation.scopeKey);
  return null;
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
