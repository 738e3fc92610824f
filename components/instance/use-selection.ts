'use client';

import { useEffect, useState } from 'react';
import type { InstanceModel } from './use-instance';

/** The element that deserves attention: an incident, an open task, what runs, else the newest AI call. */
export function focusOf({
  moment,
  tasks,
  looks,
  calls,
}: Pick<InstanceModel, 'moment' | 'tasks' | 'looks' | 'calls'>) {
  const incident = Object.values(moment.state?.incidents ?? {})[0];
  if (incident) return incident.elementId;
  // A decision rests on what AI read: that is worth seeing while the task waits.
  const call = calls.at(-1);
  if (call) return call.elementId;
  if (tasks[0]) return tasks[0].elementId;
  return Object.keys(looks).find((id) => looks[id]?.state === 'active') ?? null;
}

/** Which element and tab the panel shows: what deserves attention, until the person chooses. */
export function useSelection(model: InstanceModel) {
  const [chosen, setChosen] = useState<{ id: string | null } | null>(null);
  const [tab, setTab] = useState<string | null>(null);
  const focus = focusOf(model);
  const incidents = Object.keys(model.moment.state?.incidents ?? {}).join();
  // A new incident takes the panel even from a choice.
  useEffect(() => {
    if (incidents) setChosen(null);
  }, [incidents]);
  const selected = chosen ? chosen.id : focus;
  const select = (id: string | null) => {
    setChosen({ id });
    if (id) setTab('step');
  };
  return { selected, select, tab: tab ?? (focus ? 'step' : 'instance'), setTab };
}
