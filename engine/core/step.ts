import { fail } from './abandon';
import type { Step } from './behavior';
import { throwError } from './error-propagation';
import { type Evaluation, evaluate, evaluateCondition, requireAnswers } from './evaluate';
import type { TaskOpened } from './events';
import { routeFirst } from './flow';
import type { Json, JsonObject } from './json';
import type { Expression } from './model';
import { writeResult } from './result';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { IncidentCode, Phase } from './state';
import { terminateChildren } from './terminate';
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
    emit(this.run, 'task.opened', this.about(), task);
    this.entered = true;
  }
  skipTask(because: string): void {
    emit(this.run, 'task.skipped', this.about(), { because });
  }
  setTimer(dueAt: string, data?: Json): void {
    if (data !== undefined) emit(this.run, 'behavior.noted', this.about(), { data });
    emit(this.run, 'timer.set', this.about(), { dueAt });
    this.entered = true;
  }
  activateChildren(): void {
    const { startNodes = [] } = this.node;
    for (const enter of startNodes) this.run.queue.push({ enter, scopeKey: this.key });
    this.run.touched.add(this.key);
    this.entered = true;
  }
  terminateScope(): void {
    const { scopeKey } = alive(this.run, this.key);
    terminateChildren(this.run, scopeKey, 'A terminate end event was reached.', this.key);
    const waiting = this.run.state.arrivals.filter((arrival) => arrival.scopeKey === scopeKey);
    const arrivals = waiting.map((arrival) => arrival.key);
    if (arrivals.length > 0) emit(this.run, 'arrivals.discarded', this.about(), { arrivals });
  }
  throwError(errorCode: string, message: string): void {
    throwError(this.run, this.key, { errorCode, message, final: true });
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
