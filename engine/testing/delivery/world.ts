import type { Executable } from '../../core/model';
import type { InstanceState } from '../../core/state';
import { DEFAULT_DELIVERY, type DeliveryOptions, type DeliveryParts } from '../../host/delivery/context';
import { Dispatcher } from '../../host/delivery/dispatcher';
import type { StartTarget } from '../../host/delivery/kinds';
import type { DueStart, NewMessage } from '../../host/delivery/ports';
import { ExecutableCache } from '../../host/executable-cache';
import type { Alert } from '../../host/listeners';
import type { Addressed, EngineStore, Outcome } from '../../host/ports';
import { linearProcess } from '../linear-process';
import { type ScriptStep, script, scripted } from '../scripted';

/** A store that several processes use, each with a connection of its own. */
export interface SharedStore {
  store: EngineStore;
  /** One more process on it. */
  another(): Promise<EngineStore>;
  advance(ms: number): Promise<void>;
  startSubscription(row: StartTarget & { kind: 'message' | 'signal'; name: string }): Promise<void>;
  startTimer(row: DueStart): Promise<void>;
  close(): Promise<void>;
}

export type Execute = (addressed: Addressed) => Promise<Outcome>;

let count = 0;
/** A new name: cases share a store. */
export const named = (prefix: string): string => `${prefix}-${++count}`;

/** Processes that deliver for scripted instances; they look when told, never by themselves. */
export class DeliveryWorld {
  readonly alerts: Alert[] = [];
  readonly dispatchers: Dispatcher[] = [];

  constructor(
    readonly shared: SharedStore,
    private readonly options: Partial<DeliveryOptions> = {},
  ) {}

  /** One more process; `execute` stands between it and the store. */
  async process(
    wrap: (execute: Execute) => Execute = (execute) => execute,
    executable: Executable = linearProcess([]),
  ): Promise<Dispatcher> {
    const store = await this.shared.another();
    const execute: Execute = async (addressed) => (await store.commit([addressed], scripted))[0]!;
    const context: DeliveryParts = {
      store,
      execute: wrap(execute),
      executables: new ExecutableCache({ get: async () => executable }),
      definitions: {
        resolve: async (_parent, { processKey }) =>
          processKey === 'nowhere'
            ? { ok: false, message: 'There is no process “nowhere”.' }
            : { ok: true, create: createOf(processKey) },
      },
      options: { ...DEFAULT_DELIVERY, ...this.options },
      onAlert: (alert) => this.alerts.push(alert),
    };
    const dispatcher = new Dispatcher(context);
    this.dispatchers.push(dispatcher);
    return dispatcher;
  }

  /** All processes look at the same time, until none finds anything. */
  async settle(): Promise<void> {
    if (this.dispatchers.length === 0) for (const _ of [1, 2]) await this.process();
    for (;;) {
      const found = await Promise.all(this.dispatchers.map((dispatcher) => dispatcher.look()));
      if (found.every((each) => each === 'nothing')) return;
    }
  }

  async start(...steps: readonly ScriptStep[]): Promise<string> {
    const instanceId = named('instance');
    const outcome = await this.send({
      instanceId,
      create: createOf('Process'),
      command: {
        id: named('command'),
        actor: { kind: 'person', id: 'ada', name: 'Ada', via: 'session' },
        input: { type: 'start', instanceId, variables: script(...steps), businessKey: null },
      },
    });
    if (!outcome.ok) throw new Error(outcome.message);
    return instanceId;
  }

  async cancel(instanceId: string, reason = 'not needed'): Promise<void> {
    const actor = { kind: 'person', id: 'ada', name: 'Ada', via: 'session' } as const;
    await this.send({
      instanceId,
      command: { id: named('command'), actor, input: { type: 'cancel', reason } },
    });
  }

  async publish(name: string, more: Partial<NewMessage> = {}): Promise<string> {
    const messageId = named('message');
    await this.shared.store.delivery.publish({
      name,
      messageId,
      correlationKey: null,
      variables: {},
      conversation: null,
      sender: null,
      actor: null,
      timeToLiveMs: 60_000,
      named: false,
      ...more,
    });
    return messageId;
  }

  async state(instanceId: string): Promise<InstanceState> {
    const state = await this.shared.store.load(instanceId);
    if (!state) throw new Error(`There is no instance ${instanceId}.`);
    return state;
  }

  /** What an instance received, in order. */
  async received(instanceId: string): Promise<string[]> {
    const rows = await this.shared.store.history(instanceId, 0, 1_000);
    return rows.flatMap((row) =>
      row.events.flatMap((event) =>
        event.type === 'message.received'
          ? [event.data.messageId]
          : event.type === 'signal.received'
            ? [event.data.name]
            : [],
      ),
    );
  }

  private async send(addressed: Addressed): Promise<Outcome> {
    return (await this.shared.store.commit([addressed], scripted))[0]!;
  }
}

export const createOf = (processKey: string) => ({
  processId: processKey,
  modelId: 'm',
  versionId: 'v1',
  processKey,
  title: null,
});

/** The start event of a process. */
export const startOf = (processId: string): StartTarget => ({
  create: createOf(processId),
  startElementId: 'Start',
  index: 0,
});
