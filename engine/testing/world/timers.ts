import type { Json } from '../../core/json';
import { ENGINE } from '../scenario';
import type { Agenda } from './agenda';
import { type EffectOf, type Hub, rowOf } from './hub';
import { constant, type TriggeredStart, triggeredStarts } from './starts';

/** Timers of instances, and of the starts that need none. */
export class Timers {
  constructor(
    private readonly hub: Hub,
    private readonly agenda: Agenda,
  ) {}

  set(instanceId: string, { key, dueAt }: EffectOf<'set-timer'>): void {
    const fire = () => this.hub.must(instanceId, { type: 'fire-timer', key });
    this.agenda.set(`timer:${rowOf(instanceId, key)}`, dueAt, fire);
  }

  drop(instanceId: string, key: number): void {
    this.agenda.drop(`timer:${rowOf(instanceId, key)}`);
  }

  /** Sets the timers of timer start events, as publishing does. */
  armStarts(): void {
    const step = {
      now: this.hub.now,
      evaluate: (expression: Parameters<typeof constant>[0]) => constant(expression, this.hub.now),
      raiseIncident: (_code: 'evaluation', message: string): never => {
        throw new Error(message);
      },
    };
    for (const start of triggeredStarts(this.hub.executables))
      if (start.trigger.type === 'timer') this.arm(start, start.trigger.first(step, start.node.name));
  }

  private arm(start: TriggeredStart, { dueAt, data }: { dueAt: string; data?: Json }): void {
    const { executable, node, index, trigger } = start;
    this.agenda.set(`start:${executable.processKey}:${node.id}:${index}`, dueAt, () => {
      const next = trigger.type === 'timer' ? trigger.next(data, dueAt, this.hub.now) : null;
      if (next) this.arm(start, next);
      this.hub.begin(executable, { startElementId: node.id, trigger: { index }, actor: ENGINE });
    });
  }
}
