import type { JsonObject } from '../../core/json';

/** An activation that waits for a message or a signal. */
export interface Subscription {
  kind: 'message' | 'signal';
  instanceId: string;
  conversation: string;
  key: number;
  name: string;
  correlationKey: string | null;
}

/** A message on its way. */
export interface Message {
  messageId: string;
  name: string;
  correlationKey: string | null;
  variables: JsonObject;
  /** Only receivers of this conversation get it. */
  conversation?: string;
  /** RFC 3339; it is kept until then when nobody waits. */
  expiresAt: string;
}

/** A message names its receiver by its own name and either the conversation or the correlation key. */
export function matches(message: Message, waiting: Subscription): boolean {
  if (waiting.kind !== 'message' || waiting.name !== message.name) return false;
  if (message.conversation !== undefined) return waiting.conversation === message.conversation;
  return waiting.correlationKey === message.correlationKey;
}

/** Who waits for what, longest first, and the messages that nobody has taken yet. */
export class Subscriptions {
  private open: Subscription[] = [];
  private kept: Message[] = [];

  add(subscription: Subscription): void {
    this.open.push(subscription);
  }

  drop(instanceId: string, key: number): void {
    this.open = this.open.filter((each) => each.instanceId !== instanceId || each.key !== key);
  }

  has(subscription: Subscription): boolean {
    return this.open.includes(subscription);
  }

  /** Who gets a message: whoever has waited longest. */
  receiver(message: Message): Subscription | undefined {
    return this.open.find((waiting) => matches(message, waiting));
  }

  /** Everybody who waits for a signal now. */
  listeners(name: string): Subscription[] {
    return this.open.filter((waiting) => waiting.kind === 'signal' && waiting.name === name);
  }

  keep(message: Message): void {
    this.kept.push(message);
  }

  /** Takes the oldest kept message for somebody who begins to wait. */
  takeKept(waiting: Subscription, now: string): Message | undefined {
    const found = this.kept.find((message) => message.expiresAt > now && matches(message, waiting));
    this.kept = this.kept.filter((message) => message !== found);
    return found;
  }
}
