import 'server-only';
import type { RecordedTransition } from '@/engine/host/ports';
import { getRuntime } from '@/lib/runtime';

const CHUNK = 1000;

/** The whole history of an instance after an event, read in chunks. */
export async function wholeHistory(instanceId: string, afterSeq = 0): Promise<RecordedTransition[]> {
  const { store } = getRuntime();
  const all: RecordedTransition[] = [];
  for (let after = afterSeq; ; ) {
    const chunk = await store.history(instanceId, after, CHUNK);
    all.push(...chunk);
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) return all;
    after = last.firstSeq + last.events.length - 1;
  }
}

/** One event with its place, time and actor: what the API and the live stream send. */
export interface NumberedEvent {
  seq: number;
  type: string;
  elementId: string | null;
  elementType: string | null;
  key: string | null;
  scopeKey: string | null;
  at: string;
  actor: RecordedTransition['actor'];
  data: unknown;
}

/** Numbers the events inside their transitions; those at or before `afterSeq` are left out. */
export function numbered(history: readonly RecordedTransition[], afterSeq = 0): NumberedEvent[] {
  return history.flatMap(({ firstSeq, at, actor, events }) =>
    events.flatMap((event, index) =>
      firstSeq + index <= afterSeq
        ? []
        : [
            {
              seq: firstSeq + index,
              type: event.type,
              elementId: event.elementId ?? null,
              elementType: event.elementType ?? null,
              key: event.key === undefined ? null : String(event.key),
              scopeKey: event.scopeKey === undefined ? null : String(event.scopeKey),
              at,
              actor,
              data: event.data,
            },
          ],
    ),
  );
}
