import { netEffects } from '../core/effects-of';
import type { CallStarted, EngineEvent, EventData, EventType } from '../core/events';
import { evolve } from '../core/evolve';
import type { Input } from '../core/inputs';
import type { JsonObject } from '../core/json';
import { reject } from '../core/rejection';
import type { Activation, InstanceState } from '../core/state';
import type { Rejection, Transition } from '../core/transition-types';
import type { Decide } from '../host/commit/plan';

/** One step of a scripted instance; it is done before the next begins. */
export type ScriptStep =
  | { await: 'message'; name: string; key?: string | null }
  | { await: 'signal'; name: string }
  | { send: 'message'; name: string; key?: string | null; ttl?: number | null; variables?: JsonObject }
  | { send: 'signal'; name: string; variables?: JsonObject }
  | { call: string; script?: readonly ScriptStep[]; binding?: CallStarted['binding'] }
  | { escalate: string }
  | { fail: string };

/** Variables of an instance that does these steps. */
export const script = (...steps: readonly ScriptStep[]): JsonObject => ({
  script: steps as unknown as JsonObject[],
});

/**
 * Hand-made transitions for tests of hosts and stores: an instance does what its variable `script` says, with the same
 * events as the real core. Waits end by the matching input; anything else is refused as the core would.
 */
export const scripted: Decide = ({ addressed, state, at }) => {
  const { input, actor } = addressed.command;
  const run = new Script(state);
  if (state === null) {
    if (input.type !== 'start' || !addressed.create)
      return reject('invalid-input', 'This instance has not been started.');
    run.start(input, actor.id, addressed.create);
    return run.result();
  }
  if (state.status !== 'running') return reject('instance-ended', `This instance has ended at ${at}.`);
  return run.apply(input) ?? run.result();
};

class Script {
  private readonly events: EngineEvent[] = [];

  constructor(private state: InstanceState | null) {}

  result(): Transition {
    return { ok: true, state: this.now, events: this.events, effects: netEffects(this.events) };
  }

  private get now(): InstanceState {
    if (!this.state) throw new Error('not started');
    return this.state;
  }

  private emit<T extends EventType>(type: T, data: EventData[T], about: Partial<Activation> = {}): void {
    const { key, elementId, scopeKey } = about;
    const named = key === undefined ? {} : { key, elementId, scopeKey, elementType: 'task' };
    const event = { type, v: 1, ...named, data } as EngineEvent;
    this.state = evolve(this.state, event);
    this.events.push(event);
  }

  start(
    input: Extract<Input, { type: 'start' }>,
    startedBy: string,
    create: { versionId: string; processKey: string },
  ) {
    const { instanceId, businessKey, variables, calledBy, conversation, trigger } = input;
    const { versionId, processKey } = create;
    const optional = { ...(calledBy ? { calledBy } : {}), ...(conversation ? { conversation } : {}) };
    this.emit('instance.started', {
      instanceId,
      versionId,
      processKey,
      businessKey,
      variables,
      startedBy,
      ...optional,
    });
    if (trigger?.message) this.emit('message.received', { ...trigger.message, start: true });
    if (trigger?.signal) this.emit('signal.received', { name: trigger.signal, start: true });
    this.step(0);
  }

  apply(input: Input): Rejection | null {
    if (input.type === 'cancel') return this.cancel(input.reason);
    const key = 'key' in input ? input.key : 0;
    const activation = this.now.activations[key];
    if (!activation) return reject('unknown-activation', `There is no step ${key}.`);
    switch (input.type) {
      case 'receive-message':
        if (activation.wait?.kind !== 'message')
          return reject('not-waiting-for-message', 'It does not wait.');
        this.emit('message.received', { messageId: input.messageId, name: input.name }, activation);
        return this.proceed(activation, input.variables);
      case 'receive-signal':
        if (activation.wait?.kind !== 'signal') return reject('not-waiting-for-signal', 'It does not wait.');
        this.emit('signal.received', { name: input.name }, activation);
        return this.proceed(activation, input.variables);
      case 'return-call':
        if (activation.wait?.kind !== 'call') return reject('not-waiting-for-call', 'It does not wait.');
        if ('tooLarge' in input.variables) return reject('too-large', 'The variables are too large.');
        this.emit('call.returned', { variables: input.variables }, activation);
        return this.proceed(activation, input.variables);
      case 'fail-call':
        if (activation.wait?.kind !== 'call') return reject('not-waiting-for-call', 'It does not wait.');
        this.emit('call.failed', { errorCode: input.errorCode, message: input.message }, activation);
        return this.fail(activation, input.errorCode ?? 'call-failed', input.message);
      case 'receive-escalation':
        if (activation.wait?.kind !== 'call') return reject('not-waiting-for-call', 'It does not wait.');
        this.emit('escalation.thrown', { code: input.code, caughtBy: activation.elementId }, activation);
        return null;
      default:
        return reject('invalid-input', `A script takes no ${input.type}.`);
    }
  }

  private proceed(activation: Activation, variables: JsonObject): null {
    const { script: _ours, ...set } = variables;
    if (Object.keys(set).length > 0) this.emit('variables.set', { variables: set });
    this.emit('element.completed', {}, activation);
    this.step(Number(activation.data) + 1);
    return null;
  }

  private fail(activation: Activation, errorCode: string, message: string): null {
    this.emit('element.terminated', {}, activation);
    this.emit('instance.failed', { errorCode, message, ...this.caller() });
    return null;
  }

  private cancel(reason: string): null {
    for (const activation of Object.values(this.now.activations)) {
      const { wait } = activation;
      if (wait?.kind === 'message') this.emit('message.forgone', {}, activation);
      if (wait?.kind === 'signal') this.emit('signal.forgone', {}, activation);
      if (wait?.kind === 'call') this.emit('call.cancelled', { reason }, activation);
      this.emit('element.terminated', { reason }, activation);
    }
    this.emit('instance.terminated', { reason, ...this.caller() });
    return null;
  }

  private caller = () => (this.now.calledBy ? { calledBy: this.now.calledBy } : {});

  private step(index: number): void {
    const steps = (this.now.variables.script ?? []) as unknown as readonly ScriptStep[];
    const step = steps[index];
    if (step) this.take(step, index);
    else {
      const { script: _ours, ...variables } = this.now.variables;
      this.emit('instance.completed', { ...this.caller(), variables });
    }
  }

  private take(step: ScriptStep, index: number): void {
    const key = this.now.nextKey;
    this.emit('element.activated', { data: index }, { key, elementId: `Step_${index}`, scopeKey: 0 });
    const activation = this.now.activations[key]!;
    if ('await' in step) this.listen(step, activation);
    else if ('call' in step) this.call(step, activation);
    else if ('fail' in step) this.fail(activation, step.fail, `It failed with ${step.fail}.`);
    else {
      if ('escalate' in step) this.escalate(step.escalate, activation);
      else this.send(step, activation);
      this.proceed(activation, {});
    }
  }

  private escalate(code: string, activation: Activation): void {
    this.emit('escalation.thrown', { code, caughtBy: null, ...this.caller() }, activation);
  }

  private listen(step: Extract<ScriptStep, { await: string }>, activation: Activation): void {
    const { name } = step;
    if (step.await === 'signal') this.emit('signal.awaited', { name }, activation);
    else this.emit('message.awaited', { name, correlationKey: step.key ?? null }, activation);
  }

  private call(step: Extract<ScriptStep, { call: string }>, activation: Activation): void {
    const { call: processKey, binding = { type: 'latest' as const }, script: steps = [] } = step;
    const asked = { attempt: 1, processKey, binding, businessKey: null, variables: script(...steps) };
    this.emit('call.started', asked, activation);
  }

  private send(step: Extract<ScriptStep, { send: string }>, activation: Activation): void {
    const { name, variables = {} } = step;
    if (step.send === 'signal') this.emit('signal.sent', { name, variables }, activation);
    else {
      const { key: correlationKey = null, ttl: timeToLive = null } = step;
      this.emit('message.sent', { name, correlationKey, timeToLive, variables }, activation);
    }
  }
}
