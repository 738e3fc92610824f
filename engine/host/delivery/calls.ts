import type { InstanceState } from '../../core/state';
import type { Addressed } from '../ports';
import { type DeliveryContext, ENGINE, instanceIdFor } from './context';
import type { CallingParent, Delivery, DeliveryPayloads } from './kinds';
import type { Caller } from './ports';
import { arrived } from './refusals';

type Create = NonNullable<Addressed['create']>;

/** Starts the called process, or tells the caller why it can't be. */
export async function startCall(
  context: DeliveryContext,
  delivery: Delivery,
  { parent, call }: DeliveryPayloads['start-call'],
): Promise<void> {
  const caller = await context.caller.add(parent.instanceId);
  if (!caller || !isCalling(caller.state, parent)) return; // withdrawn meanwhile
  const found = await findCalled(context, caller, parent, call);
  if (!found.ok) return failCall(context, delivery, parent, found.message);
  const instanceId = instanceIdFor(`call:${parent.instanceId}:${parent.key}:${call.attempt}`);
  const outcome = await context.execute({
    instanceId,
    create: found.create,
    command: {
      id: `call:${delivery.ref}`,
      // Whoever began the first, so that rules about who began something hold in what it calls too.
      actor: { ...caller.startedBy, via: 'engine' },
      input: {
        type: 'start',
        instanceId,
        variables: call.variables,
        businessKey: call.businessKey,
        calledBy: { instanceId: parent.instanceId, key: parent.key },
        // it takes part where its caller does, as a sub-process drawn in place would
        conversation: caller.state.conversation ?? parent.instanceId,
      },
    },
  });
  // Refused for what was asked, not for what went wrong: trying again would change nothing.
  if (!outcome.ok && (outcome.code === 'too-large' || outcome.code === 'invalid-input'))
    return failCall(
      context,
      delivery,
      parent,
      `“${call.processKey}” could not be started: ${outcome.message}`,
    );
  arrived(outcome);
}

const isCalling = (state: InstanceState, { key }: CallingParent): boolean =>
  state.status === 'running' && state.activations[key]?.wait?.kind === 'call';

async function findCalled(
  { definitions, options }: DeliveryContext,
  caller: Caller,
  parent: CallingParent,
  call: DeliveryPayloads['start-call']['call'],
): Promise<{ ok: true; create: Create } | { ok: false; message: string }> {
  const depth = 1 + caller.depth;
  if (depth > options.maxCallDepth)
    return {
      ok: false,
      message: `“${call.processKey}” was not started: ${options.maxCallDepth} calls lie above it already. Look for a process that calls itself without end.`,
    };
  if (!definitions) return { ok: false, message: `There is no process “${call.processKey}” here.` };
  const found = await definitions.resolve(parent, call);
  return found.ok ? { ok: true, create: { ...found.create, depth } } : found;
}

/** Tells the caller that its call came to nothing. */
export async function failCall(
  { execute }: DeliveryContext,
  { ref }: Delivery,
  { instanceId, key }: CallingParent,
  message: string,
): Promise<void> {
  const input = { type: 'fail-call' as const, key, errorCode: null, message };
  arrived(await execute({ instanceId, command: { id: `fail-call:${ref}`, actor: ENGINE, input } }));
}

/** Ends what was called; harmless when it has ended. */
export async function cancelCall(
  { store, execute }: DeliveryContext,
  { ref }: Delivery,
  { parentId, key, reason }: DeliveryPayloads['cancel-call'],
): Promise<void> {
  for (const instanceId of await store.delivery.childrenOf(parentId, key)) {
    const command = {
      id: `cancel-call:${ref}:${instanceId}`,
      actor: ENGINE,
      input: { type: 'cancel' as const, reason },
    };
    arrived(await execute({ instanceId, command }));
  }
}

/** Brings the result of a called instance to its caller. */
export async function answerCall(
  { execute }: DeliveryContext,
  { ref }: Delivery,
  { calledBy, outcome: result }: DeliveryPayloads['answer-call'],
): Promise<void> {
  const { instanceId, key } = calledBy;
  const input = result.ok
    ? { type: 'return-call' as const, key, variables: result.variables }
    : { type: 'fail-call' as const, key, errorCode: result.errorCode, message: result.message };
  arrived(await execute({ instanceId, command: { id: `answer:${ref}`, actor: ENGINE, input } }));
}

/** Tells the caller of an escalation in what it called. */
export async function escalateCall(
  { execute }: DeliveryContext,
  { ref }: Delivery,
  { calledBy: { instanceId, key }, code }: DeliveryPayloads['escalate-call'],
): Promise<void> {
  const input = { type: 'receive-escalation' as const, key, code };
  arrived(await execute({ instanceId, command: { id: `escalate:${ref}`, actor: ENGINE, input } }));
}
