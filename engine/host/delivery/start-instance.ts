import type { Outcome } from '../ports';
import { type DeliveryContext, ENGINE, instanceIdFor } from './context';
import type { DeliveryPayloads } from './kinds';

/** Starts an instance by one of its events. `ref` names the occasion: a repeat finds the instance that is there. */
export function startInstance(
  { execute }: DeliveryContext,
  ref: string,
  { target, trigger, variables, conversation, actor = ENGINE }: DeliveryPayloads['start-instance'],
  message?: { position: string },
): Promise<Outcome> {
  const instanceId = instanceIdFor(ref);
  const { create, startElementId } = target;
  const input = {
    type: 'start' as const,
    instanceId,
    variables,
    businessKey: null,
    startElementId,
    trigger,
    ...(conversation === undefined ? {} : { conversation }),
  };
  const command = { id: `start:${ref}`, actor, input };
  return execute({ instanceId, command, create, ...(message ? { message, once: true as const } : {}) });
}
