import { fail } from './abandon';
import type { Step } from './behavior';
import { type Evaluation, evaluate, evaluateCondition, requireAnswers } from './evaluate';
import { handles, tokensOf } from './event-sub-processes';
import type { CallStarted, TaskOpened } from './events';
import { routeAll, routeFirst } from './flow';
import type { Json, JsonObject } from './json';
import { attach, attachEventSubProcesses, awaitTrigger } from './listen';
import type { Expression } from './model';
import { writeResult } from './result';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { IncidentCode, Phase } from './state';
import { hearBeforeTask } from './task-listeners';
import { throwAll } from './throwing';
import { checkSize } from './variables';
import { visibleVariables } from './visible-variables';

/** The hands of a behaviour during one phase. */
export class RunningStep implements Step {
  completed = false;
  /** The scope began, or a wait: boundary events start to listen. */
  entered = false;

  constructor(
    private readonly run: Run,
    readonly key: number,
    private readonly phase: Phase,
  ) {}

  get executable() {
    return this.run.executable;
  }
  get state() {
    return this.run.state;
  }
  get now() {
    return this.run.now;
  }
  get actor() {
    return this.run.actor;
  }
  get node() {
    return nodeOf(this.run, alive(this.run, this.key).elementId);
  }

  variables(): JsonObject {
    return visibleVariables(this.run.state, this.key);
  }
  evaluate(expression: Expression, what: string): Json {
    return evaluate(this.run, expression, this.evaluation(what));
  }
  evaluateAll(expressions: readonly Expression[], what: string): Json[] {
    requireAnswers(this.run, expressions, this.evaluation(what));
    return expressions.map((expression) => this.evaluate(expression, what));
  }
  evaluateCondition(expression: Expression, what: string): boolean {
    return evaluateCondition(this.run, expression, this.evaluation(what));
  }

  routeFirst(): readonly string[] {
    return routeFirst(this.run, this.key, this.node);
  }
  routeAll(): readonly string[] {
    return routeAll(this.run, this.key, this.node);
  }
  complete(result?: JsonObject): void {
    if (result !== undefined) {
      writeResult(this.run, this.key, result);
      checkSize(this.run);
    }
    this.completed = true;
  }
  createWork(work: { workType: string; retries: number; payload: Json }): void {
    const used = alive(this.run, this.key).attempts ?? 0;
    emit(this.run, 'work.created', this.about(), {
      workType: work.workType,
      retries: work.retries + used,
      attempt: used + 1,
      payload: work.payload,
    });
    this.entered = true;
  }
  openTask(task: TaskOpened): void {
    this.entered = true;
    if (!hearBeforeTask(this.run, this.key, task)) emit(this.run, 'task.opened', this.about(), task);
  }
  skipTask(because: string): void {
    emit(this.run, 'task.skipped', this.about(), { because });
  }
  setTimer(dueAt: string, data?: Json): void {
    if (data !== undefined) emit(this.run, 'behavior.noted', this.about(), { data });
    emit(this.run, 'timer.set', this.about(), { dueAt });
    this.entered = true;
  }
  activateChildren(only?: readonly string[]): void {
    const ids = only ?? this.node.startNodes ?? [];
    if (!this.entered && this.phase === 'activate') attachEventSubProcesses(this.run, this.key);
    for (const enter of ids) this.run.queue.push({ enter, scopeKey: this.key });
    if (ids.length === 0) this.run.touched.add(this.key);
    this.entered = true;
  }
  listen(): void {
    const { triggers = [] } = this.node;
    const [only] = triggers;
    if (only && triggers.length === 1) awaitTrigger(this.run, this, only);
    else attach(this.run, this.node, { attachedTo: this.key, scopeKey: alive(this.run, this.key).scopeKey });
    this.entered = true;
  }
  listenForNext(): void {
    const { scopeKey } = alive(this.run, this.key);
    for (const flowId of this.node.outgoing) {
      const next = nodeOf(this.run, this.run.executable.flows[flowId]?.target ?? '');
      attach(this.run, next, { attachedTo: this.key, scopeKey });
    }
    this.entered = true;
  }
  throwEvents(): void {
    if (throwAll(this.run, this.key, this.phase) !== 'goes-on') return;
    // a signal reaches who waits for it before its thrower moves on, which may end the scope they wait in
    if (this.node.throws?.some(({ type }) => type === 'signal'))
      this.run.queue.push({ phase: 'output', key: this.key, quiet: true });
    else this.complete();
  }
  call(called: Omit<CallStarted, 'attempt'>): void {
    const attempt = (alive(this.run, this.key).attempts ?? 0) + 1;
    emit(this.run, 'call.started', this.about(), { ...called, attempt });
    this.entered = true;
  }
  note(data: Json): void {
    emit(this.run, 'behavior.noted', this.about(), { data });
  }
  living(): readonly string[] {
    return tokensOf(this.run, this.key)
      .filter((each) => !handles(this.run, each))
      .map((each) => each.elementId);
  }
  raiseIncident(code: IncidentCode, message: string): never {
    return fail(code, message);
  }

  private about() {
    return about(this.run, alive(this.run, this.key));
  }
  private evaluation(what: string): Evaluation {
    return { key: this.key, phase: this.phase, what };
  }
}
