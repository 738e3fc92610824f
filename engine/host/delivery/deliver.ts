import { answerCall, cancelCall, escalateCall, startCall } from './calls';
import type { DeliveryContext } from './context';
import type { Delivery, DeliveryKind, DeliveryPayloads, NewDelivery } from './kinds';
import type { NewMessage } from './ports';
import { arrived } from './refusals';
import { broadcastSignal, deliverSignal } from './signals';
import { startInstance } from './start-instance';

/** What a delivered row is replaced by, in one transaction. */
export interface Becomes {
  messages?: NewMessage[];
  deliveries?: NewDelivery[];
}

type Deliverers = {
  [K in DeliveryKind]: (
    context: DeliveryContext,
    delivery: Delivery,
    payload: DeliveryPayloads[K],
  ) => Promise<Becomes>;
};

/** For what is done when it has run. */
const done =
  <A extends unknown[]>(run: (...args: A) => Promise<unknown>) =>
  async (...args: A): Promise<Becomes> => {
    await run(...args);
    return {};
  };

const DELIVERERS: Deliverers = {
  'publish-message': async ({ options }, { ref, lane }, { timeToLive, conversation = null, ...message }) => {
    const timeToLiveMs = timeToLive ?? options.messageTimeToLiveMs;
    const kept = { messageId: ref, conversation, sender: lane, actor: null, timeToLiveMs, named: false };
    return { messages: [{ ...message, ...kept }] };
  },
  'seek-message': done(({ seek }, _delivery, wanted) => seek.add(wanted)),
  'broadcast-signal': broadcastSignal,
  'deliver-signal': done(deliverSignal),
  'start-instance': done(async (context, { ref }, payload) =>
    arrived(await startInstance(context, ref, payload)),
  ),
  'start-call': done(startCall),
  'cancel-call': done(cancelCall),
  'answer-call': done(answerCall),
  'escalate-call': done(escalateCall),
};

/** Makes one delivery. Repeating it does no harm. @throws DeliveryError when it is refused */
export function deliver(context: DeliveryContext, delivery: Delivery): Promise<Becomes> {
  const deliverer = DELIVERERS[delivery.kind] as Deliverers['start-call'];
  const payload = delivery.payload as DeliveryPayloads['start-call'];
  return deliverer(context, delivery, payload);
}
