import type { Agenda } from './agenda';
import { type EffectOf, type Hub, rowOf } from './hub';
import { type Job, outcomeInput, type Worker } from './work';

/** The work of a world: each attempt is handed to the worker once. */
export class Jobs {
  private readonly open = new Map<string, Job>();

  constructor(
    private readonly hub: Hub,
    private readonly agenda: Agenda,
    private readonly worker: Worker | undefined,
  ) {}

  run(instanceId: string, { type: _type, availableAt: _now, ...work }: EffectOf<'run-work'>): void {
    const { processKey } = this.hub.instance(instanceId).state;
    const job = { instanceId, processKey, ...work };
    this.open.set(rowOf(instanceId, work.key), job);
    this.hub.later(() => this.attempt(job));
  }

  reschedule(instanceId: string, { key, attempt, availableAt }: EffectOf<'reschedule-work'>): void {
    const row = rowOf(instanceId, key);
    const before = this.open.get(row);
    if (before === undefined) throw new Error(`${row} has no work`);
    const job = { ...before, attempt };
    this.open.set(row, job);
    this.agenda.set(`work:${row}`, availableAt, () => this.attempt(job));
  }

  drop(instanceId: string, key: number): void {
    const row = rowOf(instanceId, key);
    this.open.delete(row);
    this.agenda.drop(`work:${row}`);
  }

  private attempt(job: Job): void {
    const row = rowOf(job.instanceId, job.key);
    const outcome = this.open.get(row) === job ? this.worker?.(job) : undefined;
    if (outcome === undefined) return;
    const finish = () => {
      const input = outcomeInput(job, outcome, this.hub.now);
      if (input && this.open.get(row) === job) this.hub.must(job.instanceId, input);
    };
    if (outcome.after) this.agenda.set(`work:${row}`, this.hub.after(outcome.after), finish);
    else finish();
  }
}
