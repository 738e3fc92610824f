import type { CalledBy } from '../../core/state';
import { ENGINE } from '../scenario';
import type { EffectOf, Hub } from './hub';

/** Instances that run on behalf of others. Of several versions of a process the last one given is called. */
export class Calls {
  constructor(private readonly hub: Hub) {}

  start(instanceId: string, effect: EffectOf<'start-call'>): void {
    const { key, processKey, businessKey, variables } = effect;
    const calledBy = { instanceId, key };
    this.hub.later(() => {
      if (!this.awaits(calledBy)) return;
      const called = this.hub.executables.findLast((each) => each.processKey === processKey);
      const { conversation } = this.hub.instance(instanceId);
      if (called) this.hub.begin(called, { businessKey, variables, calledBy, conversation, actor: ENGINE });
      else this.fail(calledBy, { errorCode: null, message: `There is no process ${processKey}.` });
    });
  }

  cancel(instanceId: string, { key, reason }: EffectOf<'cancel-call'>): void {
    this.hub.later(() => {
      for (const { id, state } of [...this.hub.instances.values()])
        if (
          state.calledBy?.instanceId === instanceId &&
          state.calledBy.key === key &&
          state.status === 'running'
        )
          this.hub.must(id, { type: 'cancel', reason });
    });
  }

  answer({ calledBy, outcome }: EffectOf<'answer-call'>): void {
    const { instanceId, key } = calledBy;
    this.hub.later(() => {
      // the answer of a call that was cancelled meanwhile reaches nobody
      if (!this.awaits(calledBy)) return;
      if (!outcome.ok) this.fail(calledBy, outcome);
      else this.hub.must(instanceId, { type: 'return-call', key, variables: outcome.variables });
    });
  }

  escalate({ calledBy, code }: EffectOf<'escalate-call'>): void {
    this.hub.later(() => {
      if (this.awaits(calledBy))
        this.hub.must(calledBy.instanceId, { type: 'receive-escalation', key: calledBy.key, code });
    });
  }

  private fail({ instanceId, key }: CalledBy, why: { errorCode: string | null; message: string }): void {
    const { errorCode, message } = why;
    this.hub.must(instanceId, { type: 'fail-call', key, errorCode, message });
  }

  private awaits({ instanceId, key }: CalledBy): boolean {
    return this.hub.instance(instanceId).state.activations[key]?.wait?.kind === 'call';
  }
}
