import type { Facts } from '@/engine/core/behavior';
import { reject } from '@/engine/core/rejection';
import type { Rejection } from '@/engine/core/transition-types';
import type { ApprovalConfig } from './config';

/**
 * The four-eyes rule that excludes a person, named in words and as `path`; null when none does. The engine refuses
 * by it and screens explain by it.
 */
export function fourEyes(
  { state, node, executable }: Pick<Facts, 'state' | 'node' | 'executable'>,
  config: Pick<ApprovalConfig, 'notInitiator' | 'notDoneBy'>,
  personId: string,
): Rejection | null {
  const name = node.name || node.id;
  if (config.notInitiator && state.startedBy === personId)
    return reject('four-eyes', `Four eyes: whoever started this instance may not decide “${name}”.`, {
      elementId: node.id,
      path: 'notInitiator',
    });
  for (const elementId of config.notDoneBy) {
    const done = Object.hasOwn(state.doneBy, elementId) ? state.doneBy[elementId] : undefined;
    if (!done?.includes(personId)) continue;
    const other = executable.nodes[elementId]?.name || elementId;
    return reject('four-eyes', `Four eyes: whoever completed “${other}” may not decide “${name}”.`, {
      elementId: node.id,
      path: 'notDoneBy',
    });
  }
  return null;
}
