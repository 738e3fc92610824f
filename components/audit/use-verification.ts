'use client';

import { useCallback, useState } from 'react';
import { apiPost } from '@/components/common/api-client';
import { useAnnounce } from '@/components/ui/live-region';
import type { VerificationAnswer } from '@/lib/audit/types';

/** What is known about the chain on this page. Nothing, until somebody has it checked. */
export function useVerification() {
  const [answer, setAnswer] = useState<VerificationAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const announce = useAnnounce();
  const verify = useCallback(async () => {
    setBusy(true);
    const result = await apiPost<VerificationAnswer>('/audit/verify');
    setBusy(false);
    setProblem(result.ok ? null : result.problem.detail);
    if (result.ok) setAnswer(result.body);
    announce(result.ok ? result.body.statement : result.problem.detail);
  }, [announce]);
  return { answer, busy, problem, verify };
}
