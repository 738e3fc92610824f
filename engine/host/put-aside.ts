import type { Alert } from './listeners';
import type { Addressed, EngineStore, Outcome } from './ports';

type Refused = Extract<Outcome, { ok: false }>;

/** Puts instances aside whose next step can't be computed: what the engine can't compute it would try again for ever. */
export class PutAside {
  constructor(
    private readonly store: EngineStore,
    private readonly onAlert: (alert: Alert) => void,
  ) {}

  /** A step threw. Whoever sent a command sees the refusal; work and timers would come again. */
  refused(addressed: Addressed, outcome: Refused): void {
    const { instanceId } = addressed;
    if (addressed.workLease || addressed.timer) return void this.park(instanceId, outcome.message);
    const message = `Instance ${instanceId}: ${outcome.message}`;
    this.onAlert({ code: 'invariant', instanceId, message, error: outcome });
  }

  private async park(instanceId: string, reason: string): Promise<void> {
    const message = `Instance ${instanceId} was put aside. ${reason}`;
    try {
      if (await this.store.park(instanceId, reason)) this.onAlert({ code: 'parked', instanceId, message });
    } catch (error) {
      const failed = `Instance ${instanceId} could not be put aside.`;
      this.onAlert({ code: 'storage', instanceId, message: failed, error });
    }
  }
}
