'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { DiagramView } from '@/components/bpmn/types';
import { apiGet, apiPost, type Problem } from '@/components/common/api-client';
import type { TaskDetail, TaskSummary } from '@/lib/tasks/types';

export interface Here {
  elementId: string;
  view: DiagramView;
}

export interface Me {
  id: string;
  name: string;
}

/** One task with what belongs to it. What is shown doesn't change under a hand that is about to sign: see `hold`. */
export function useTask(
  taskId: string | null,
  start: TaskDetail | null,
  onChange: (taskId: string, update: Partial<TaskSummary>) => void,
) {
  const known = useRef(new Map<string, TaskDetail>(start ? [[start.taskId, start]] : []));
  const [task, setTask] = useState<TaskDetail | null>(start?.taskId === taskId ? start : null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [here, setHere] = useState<Here | null>(null);
  const hold = useRef(false);
  const current = useRef(taskId);

  const show = useCallback((next: TaskDetail) => {
    known.current.set(next.taskId, next);
    if (current.current === next.taskId) setTask(next);
  }, []);

  const load = useCallback(
    async (signal?: AbortSignal) => {
      if (!taskId) return;
      const answer = await apiGet<TaskDetail>(`/tasks/${encodeURIComponent(taskId)}`, signal);
      if (!answer.ok) return setProblem(answer.problem);
      const before = known.current.get(taskId);
      const { shown, contentDigest } = answer.body;
      if (hold.current && before?.contentDigest !== contentDigest && shown && answer.body.closedAt === null)
        show({ ...answer.body, shown: before?.shown ?? null, contentDigest: before?.contentDigest ?? null });
      else show(answer.body);
    },
    [taskId, show],
  );

  useEffect(() => {
    current.current = taskId;
    hold.current = false;
    setProblem(null);
    setHere(null);
    setTask((taskId && known.current.get(taskId)) || null);
    if (!taskId) return;
    const stop = new AbortController();
    const aborted = () => undefined;
    load(stop.signal).catch(aborted);
    apiGet<Here>(`/tasks/${encodeURIComponent(taskId)}/diagram`, stop.signal)
      .then((answer) => answer.ok && setHere(answer.body))
      .catch(aborted);
    return () => stop.abort();
  }, [taskId, load]);

  /** Claims or releases at once and takes it back when the server refuses. */
  const hand = async (to: Me | null): Promise<Problem | null> => {
    if (!task) return null;
    const before = { state: task.state, assignee: task.assignee, assigneeName: task.assigneeName };
    const after = to
      ? { state: 'claimed', assignee: to.id, assigneeName: to.name }
      : { state: 'open', assignee: null, assigneeName: null };
    show({ ...task, ...after });
    onChange(task.taskId, after);
    const answer = await apiPost(`/tasks/${encodeURIComponent(task.taskId)}/${to ? 'claim' : 'release'}`);
    if (!answer.ok) {
      show({ ...task, ...before });
      onChange(task.taskId, before);
    }
    await load();
    return answer.ok ? null : answer.problem;
  };

  const post = async (action: 'comments' | 'delegate', body: unknown): Promise<Problem | null> => {
    if (!task) return null;
    const answer = await apiPost(`/tasks/${encodeURIComponent(task.taskId)}/${action}`, body);
    if (answer.ok) await load();
    return answer.ok ? null : answer.problem;
  };

  return { task, problem, here, hold, show, load, hand, post };
}

export type TaskState = ReturnType<typeof useTask>;
