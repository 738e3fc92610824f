import type { EngineEvent } from '../events';
import { evolve } from '../evolve';
import type { Command, Input } from '../inputs';
import type { Executable } from '../model';
import { reject } from '../rejection';
import type { InstanceState } from '../state';
import type { Rejection } from '../transition-types';
import { oversize, tooLarge } from '../variables';

/** A new instance before its first step, or why it cannot begin. */
export function begin(
  executable: Executable,
  command: Command,
  input: Extract<Input, { type: 'start' }>,
): { ok: true; state: InstanceState; event: EngineEvent; startNodes: readonly string[] } | Rejection {
  const { startElementId } = input;
  const startNodes = startElementId === undefined ? executable.startNodes : [startElementId];
  if (startElementId !== undefined && !isStart(executable, startElementId))
    return reject('invalid-input', `The process has no start event ${startElementId}.`, {
      path: 'startElementId',
    });
  if (startNodes.length === 0) return reject('invalid-input', 'The process has no element to start with.');
  const event: EngineEvent = { type: 'instance.started', v: 1, data: started(executable, command, input) };
  const state = evolve(null, event);
  const bytes = oversize(state);
  if (bytes !== null) return reject('too-large', tooLarge(bytes), { path: 'variables' });
  return { ok: true, state, event, startNodes };
}

function isStart(executable: Executable, id: string): boolean {
  if (executable.triggeredStarts?.includes(id)) return true;
  const node = Object.hasOwn(executable.nodes, id) ? executable.nodes[id] : undefined;
  return node !== undefined && node.incoming.length === 0 && node.scope === executable.processKey;
}

function started(executable: Executable, command: Command, input: Extract<Input, { type: 'start' }>) {
  return {
    instanceId: input.instanceId,
    versionId: executable.versionId,
    processKey: executable.processKey,
    businessKey: input.businessKey,
    variables: input.variables,
    startedBy: command.actor.id,
    ...(input.calledBy ? { calledBy: input.calledBy } : {}),
    ...(input.conversation === undefined ? {} : { conversation: input.conversation }),
  };
}
