import type { JsonObject } from '../../core/json';
import type { EffectOf, Hub } from './hub';
import { startsOn, triggeredStarts } from './starts';
import { type Message, type Subscription, Subscriptions } from './subscriptions';

/** Messages and signals between the instances of a world, and those that begin one. */
export class Post {
  private readonly subscriptions = new Subscriptions();

  constructor(
    private readonly hub: Hub,
    /** Milliseconds that a message without a time-to-live of its own is kept. */
    private readonly timeToLive: number,
  ) {}

  subscribe(instanceId: string, effect: EffectOf<'await-message'> | EffectOf<'await-signal'>): void {
    const { key, name } = effect;
    const base = { instanceId, conversation: this.hub.instance(instanceId).conversation, key, name };
    const waiting: Subscription =
      effect.type === 'await-signal'
        ? { ...base, kind: 'signal', correlationKey: null }
        : { ...base, kind: 'message', correlationKey: effect.correlationKey };
    this.subscriptions.add(waiting);
    this.hub.later(() => {
      const kept = this.subscriptions.has(waiting) && this.subscriptions.takeKept(waiting, this.hub.now);
      if (kept) this.receive(waiting, kept);
    });
  }

  unsubscribe(instanceId: string, key: number): void {
    this.subscriptions.drop(instanceId, key);
  }

  publish(effect: EffectOf<'publish-message'>): void {
    const { name, correlationKey, variables, conversation, timeToLive } = effect;
    const expiresAt = this.hub.after(timeToLive ?? this.timeToLive);
    const message = { name, correlationKey, variables, expiresAt };
    this.send(conversation === undefined ? message : { ...message, conversation });
  }

  /** A message is taken by one waiting instance, else begins one, else is kept until it expires. */
  send(sent: Omit<Message, 'messageId'>): void {
    const message = { ...sent, messageId: this.hub.id('m') };
    this.hub.later(() => {
      const waiting = this.subscriptions.receiver(message);
      if (waiting) this.receive(waiting, message);
      else if (!this.beginWith(message)) this.subscriptions.keep(message);
    });
  }

  /**
   * A signal reaches everybody who waits for it now, and begins every process that starts on it. The instance it comes
   * from, `from`, has told itself already.
   */
  broadcast(name: string, variables: JsonObject, from?: string): void {
    this.hub.later(() => {
      for (const waiting of this.subscriptions.listeners(name))
        if (waiting.instanceId !== from && this.subscriptions.has(waiting))
          this.hub.must(waiting.instanceId, { type: 'receive-signal', key: waiting.key, name, variables });
      for (const { executable, node, index } of this.starts('signal', name))
        this.hub.begin(executable, {
          startElementId: node.id,
          variables,
          trigger: { index, signal: name },
        });
    });
  }

  private beginWith({ messageId, name, variables, conversation }: Message): boolean {
    const [start] = this.starts('message', name);
    if (start === undefined) return false;
    this.hub.begin(start.executable, {
      startElementId: start.node.id,
      variables,
      trigger: { index: start.index, message: { messageId, name } },
      ...(conversation === undefined ? {} : { conversation }),
    });
    return true;
  }

  private receive({ instanceId, key }: Subscription, { messageId, name, variables }: Message): void {
    this.hub.must(instanceId, { type: 'receive-message', key, messageId, name, variables });
  }

  private starts(type: 'message' | 'signal', name: string) {
    return triggeredStarts(this.hub.executables).filter(startsOn(type, name, this.hub.now));
  }
}
