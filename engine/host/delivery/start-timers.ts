import { failpoint } from '../failpoints';
import type { DeliveryContext } from './context';
import type { DueStart, FiredStart } from './ports';

/** Fires start timers that are due: each leaves one start in the outbox and its next time. @returns how many were due */
export function fireStartTimers(context: DeliveryContext): Promise<number> {
  const { store, options } = context;
  return store.delivery.fireStarts(options.max, async (due, now) => {
    failpoint('starts:read');
    try {
      return await firing(context, due, now);
    } catch (error) {
      const what = `The start timer ${due.startElementId} of “${due.create.processKey}”`;
      context.onAlert({
        code: 'delivery',
        message: `${what} can't fire; it is tried again in a minute.`,
        error,
      });
      return null;
    }
  });
}

/**
 * A firing missed while nothing ran happens once; `next` skips those before now. The instance is named after process,
 * start event and due time, so that a date which a newer version repeats finds that it has been: Camunda fires a date
 * in the past when it is deployed, and here once for all versions.
 */
async function firing({ executables }: DeliveryContext, due: DueStart, now: string): Promise<FiredStart> {
  const { create, startElementId, index, dueAt, data } = due;
  const executable = await executables.get(create.versionId, create.processKey);
  const trigger = executable.nodes[startElementId]?.triggers?.[index];
  if (trigger?.type !== 'timer') throw new Error(`Version ${create.versionId} has no such timer.`);
  const ref = `timer:${create.processId}:${startElementId}:${index}:${dueAt}`;
  const target = { create, startElementId, index };
  return {
    due,
    next: trigger.next(data, dueAt, now),
    starts: {
      ref,
      lane: ref,
      kind: 'start-instance',
      payload: { target, trigger: { index }, variables: {} },
    },
  };
}
