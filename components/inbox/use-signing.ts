import { useEffect, useRef, useState } from 'react';
import { apiPost } from '@/components/common/api-client';
import type { TaskDetail } from '@/lib/tasks/types';
import { signInAgain } from './sign-in-again';
import type { DecisionState } from './use-decision';

type By = { password: string } | { confirmation: string };

/** The ways to sign a decision: by what was typed, or by signing in at the identity provider once more. */
export function useSigning(task: TaskDetail, { armed, sign }: DecisionState) {
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const waiting = useRef<AbortController>(null);
  useEffect(() => () => waiting.current?.abort(), []);
  const path = `/tasks/${encodeURIComponent(task.taskId)}/signature`;
  const what = { outcome: armed?.id, contentDigest: task.contentDigest };

  const signWith = async (by: By, wanted?: AbortSignal): Promise<void> => {
    const answer = await apiPost<{ signature: string }>(path, { ...what, ...by });
    // Who gave it up meanwhile decides nothing by signing in after all.
    if (wanted?.aborted) return;
    setBusy(false);
    if (answer.ok) sign(answer.body.signature);
    else setError(answer.problem.detail);
  };
  return {
    error,
    busy,
    setError,
    byPassword(password: string): Promise<void> {
      setBusy(true);
      return signWith({ password });
    },
    async byProvider(): Promise<void> {
      setError(undefined);
      setBusy(true);
      const wanted = new AbortController();
      waiting.current = wanted;
      const { signal } = wanted;
      const begin = () => apiPost<{ confirmation: string; url: string }>(`${path}/provider`, what);
      const answer = await signInAgain(begin, signal);
      if (signal.aborted) return;
      if ('confirmation' in answer) return signWith(answer, signal);
      setBusy(false);
      setError(answer.refused);
    },
    /** Not after all. */
    leave(): void {
      waiting.current?.abort();
      setBusy(false);
      setError(undefined);
      sign(null);
    },
  };
}
