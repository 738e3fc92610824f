import type { JsonObject } from '../../core/json';
import type { NewMessage, PendingMessage } from '../../host/delivery/ports';
import type { Addressed, Outcome } from '../../host/ports';
import { type ScriptStep, script, scripted } from '../scripted';
import { fresh, send, succeeded, type Under } from './helpers';

/** The hand-made core of these cases. */
export const commitScripted = async (under: Under, addressed: Addressed): Promise<Outcome> =>
  (await under().store.commit([addressed], scripted))[0]!;

/** A start of an instance that does these steps. */
export function startingScript(steps: readonly ScriptStep[], more: Partial<Addressed> = {}): Addressed {
  const instanceId = fresh('scripted');
  const input = { type: 'start' as const, instanceId, variables: script(...steps), businessKey: null };
  const create = { processId: 'p', modelId: 'm', versionId: 'v1', processKey: 'Process', title: null };
  return send(instanceId, input, { create, ...more });
}

/** The id of an instance that has begun these steps. */
export async function scriptedInstance(under: Under, ...steps: readonly ScriptStep[]): Promise<string> {
  return succeeded(await commitScripted(under, startingScript(steps))).instanceId;
}

export const message = (name: string, more: Partial<NewMessage> = {}): NewMessage => ({
  name,
  messageId: fresh('message'),
  correlationKey: null,
  variables: {},
  conversation: null,
  sender: null,
  actor: null,
  timeToLiveMs: 60_000,
  named: false,
  ...more,
});

/** Publishes and takes it: other cases' messages are left alone. */
export async function taken(under: Under, published: NewMessage): Promise<PendingMessage> {
  const { delivery } = under().store;
  await delivery.publish(published);
  return (await delivery.claimMessages(100, 30_000, published))[0]!;
}

/** Gives a message to the first step of a scripted instance. */
export const receiving = (
  instanceId: string,
  { name, messageId, position }: PendingMessage,
  variables: JsonObject = {},
): Addressed =>
  send(
    instanceId,
    { type: 'receive-message', key: 1, messageId, name, variables },
    { message: { position } },
  );

/** What is in the lane of an instance now, leased by this. */
export async function lane(under: Under, lane: string, leaseMs = 30_000) {
  return (await under().store.delivery.claimDeliveries(10_000, leaseMs)).filter((row) => row.lane === lane);
}
