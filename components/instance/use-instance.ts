'use client';

import { useMemo } from 'react';
import { aiCallsOf } from './model/ai';
import { looksOf, takenOf } from './model/looks';
import { namesOf } from './model/names';
import type { InstanceViewProps } from './model/page-props';
import { openTasksOf } from './model/tasks';
import { stateWords } from './model/words';
import { useLiveLog } from './use-live-log';
import { useMoment } from './use-moment';

/** Everything the page shows of an instance as of the chosen moment. */
export function useInstance({ instance, events, at }: InstanceViewProps) {
  const { log, connection } = useLiveLog(instance.instanceId, events);
  const { moment, past, goTo } = useMoment(log, at);
  const { entries } = log;
  const nameOf = useMemo(
    () => namesOf(entries, { [instance.startedBy]: instance.startedByName }),
    [entries, instance.startedBy, instance.startedByName],
  );
  return {
    log,
    connection,
    moment,
    past,
    goTo,
    nameOf,
    looks: useMemo(() => looksOf(moment), [moment]),
    taken: useMemo(() => takenOf(moment), [moment]),
    tasks: useMemo(() => openTasksOf(moment, entries, nameOf), [moment, entries, nameOf]),
    calls: useMemo(() => aiCallsOf(entries, moment.seq), [entries, moment.seq]),
    shown: useMemo(() => stateWords(moment), [moment]),
  };
}

export type InstanceModel = ReturnType<typeof useInstance>;
