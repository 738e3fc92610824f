import { type DeliveryContext, ENGINE } from './context';
import type { Delivery, DeliveryPayloads, NewDelivery } from './kinds';
import { arrived } from './refusals';

/** A signal becomes one delivery for each who waits now: who comes later, even during a repeat, is not meant. */
export async function broadcastSignal(
  { store }: DeliveryContext,
  { ref }: Delivery,
  signal: DeliveryPayloads['broadcast-signal'],
): Promise<{ deliveries: NewDelivery[] }> {
  const { name, variables, actor, from } = signal;
  const { waiting, starts } = await store.delivery.signalReceivers(name);
  const others = waiting.filter(({ instanceId }) => instanceId !== from);
  const by = actor ? { actor } : {};
  return {
    deliveries: [
      ...others.map(({ instanceId, key }) => ({
        ref: `${ref}>${instanceId}:${key}`,
        lane: `to:${instanceId}`,
        kind: 'deliver-signal' as const,
        payload: { instanceId, key, name, variables, ...by },
      })),
      ...starts.map((target) => {
        const { create, startElementId, index } = target;
        const named = `${ref}>${create.processId}:${startElementId}:${index}`;
        const trigger = { index, signal: name };
        return {
          ref: named,
          lane: named,
          kind: 'start-instance' as const,
          payload: { target, trigger, variables, ...by },
        };
      }),
    ],
  };
}

export async function deliverSignal(
  { execute }: DeliveryContext,
  { ref }: Delivery,
  { instanceId, key, name, variables, actor = ENGINE }: DeliveryPayloads['deliver-signal'],
): Promise<void> {
  const input = { type: 'receive-signal' as const, key, name, variables };
  arrived(await execute({ instanceId, command: { id: `signal:${ref}`, actor, input } }));
}
