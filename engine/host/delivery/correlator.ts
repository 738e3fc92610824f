import { routeOf } from '../commit/ids';
import { failpoint } from '../failpoints';
import { Gather } from '../gather';
import type { Outcome } from '../ports';
import { type DeliveryContext, ENGINE } from './context';
import { gaveUp, pauseAfter } from './failures';
import { groupBy } from './group-by';
import type { StartTarget } from './kinds';
import type { PendingMessage, Question, Receivers, Waiting } from './ports';
import { arrived } from './refusals';
import { startInstance } from './start-instance';

/** Messages of one route that are matched in one go; as many as a claim gives. */
const AT_ONCE = 20;

/**
 * Finds a receiver for each message: the activation that has waited longest for its name and correlation key, else a
 * start event of that name, of the sender's own model before others; else the message is kept until its time is over. The message's row is consumed in the
 * commit that receives it, so that exactly one does.
 */
export class Correlator {
  received = 0;

  private readonly keep: Gather<PendingMessage, undefined>;

  constructor(private readonly context: DeliveryContext) {
    this.keep = new Gather(async (messages) => {
      await context.store.delivery.keepMessages(messages);
      return messages.map(() => undefined);
    });
  }

  /** One look, or one for a certain name and key. @returns how many messages were looked at */
  async correlate(only?: Question): Promise<number> {
    const { store, options } = this.context;
    const messages = await store.delivery.claimMessages(options.max, options.leaseMs, only);
    if (messages.length === 0) return 0;
    failpoint('message:claimed');
    const routes = groupBy(messages, (message) => routeOf('message', message.name, message.correlationKey));
    const questions = [...routes.values()].map(([first]) => first!);
    const receivers = await store.delivery.receivers(questions, AT_ONCE);
    await Promise.all([...routes.values()].map((route, index) => this.route(route, receivers[index]!)));
    return messages.length;
  }

  /** In order of publication; one that doesn't arrive holds up those behind it. */
  private async route(messages: readonly PendingMessage[], { waiting, starts }: Receivers): Promise<void> {
    const { store } = this.context;
    for (const [index, message] of messages.entries()) {
      const next = waiting[index];
      const start = starts.find(({ create }) => create.modelId === message.origin) ?? starts[0];
      if (!next && !start) await this.keep.add(message);
      else if (!(await this.give(message, next, start))) {
        for (const rest of messages.slice(index + 1))
          await store.delivery.putBackMessage(rest, 0, null, true);
        return;
      }
    }
  }

  private async give(
    message: PendingMessage,
    next: Waiting | undefined,
    start: StartTarget | undefined,
  ): Promise<boolean> {
    try {
      const outcome = next ? await this.toWaiting(message, next) : await this.toStart(message, start!);
      if (!arrived(outcome)) {
        // Received before, or its receiver has gone: look again.
        if (outcome.ok || outcome.code !== 'gone') await this.again(message, 0, 'Its receiver had gone.');
        return false;
      }
      this.received += 1;
      return true;
    } catch (error) {
      await this.failed(message, error);
      return false;
    }
  }

  private toWaiting(message: PendingMessage, { instanceId, key }: Waiting): Promise<Outcome> {
    const { name, messageId, variables, position, actor } = message;
    const input = { type: 'receive-message' as const, key, messageId, name, variables };
    const id = `message:${position}:${instanceId}:${key}`;
    return this.context.execute({
      instanceId,
      command: { id, actor: actor ?? ENGINE, input },
      message: { position },
      once: true, // a repeat finds no message
    });
  }

  private toStart(message: PendingMessage, target: StartTarget): Promise<Outcome> {
    const { name, messageId, variables, conversation, actor, position } = message;
    const asked = {
      target,
      trigger: { index: target.index, message: { messageId, name } },
      variables,
      ...(conversation === null ? {} : { conversation }),
      ...(actor === null ? {} : { actor }),
    };
    const { create, startElementId, index } = target;
    const ref = `message:${position}>${create.processId}:${startElementId}:${index}`;
    return startInstance(this.context, ref, asked, { position });
  }

  private async failed(message: PendingMessage, error: unknown): Promise<void> {
    const { store, options, onAlert } = this.context;
    const verdict = gaveUp(message.claims, error);
    if (!verdict.over) {
      const pause = pauseAfter(message.claims, options.retryMs);
      return store.delivery.putBackMessage(message, pause, verdict.message, verdict.uncounted);
    }
    await store.delivery.quarantineMessage(message, verdict.message);
    onAlert({
      code: 'delivery',
      message: `The message “${message.name}” (${message.messageId}) was set aside: ${verdict.message}`,
      error,
    });
  }

  private again(message: PendingMessage, delayMs: number, why: string): Promise<void> {
    return message.claims < TOO_OFTEN
      ? this.context.store.delivery.putBackMessage(message, delayMs, why, false)
      : this.failed(message, new Error(why));
  }
}

/** Looks in which every receiver had gone: then its rows don't say what is, and a pause is due. */
const TOO_OFTEN = 10;
