'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ApiResult, Problem } from '@/components/common/api-client';

/**
 * One form's way to the server: busy while under way, the refusal kept for showing, the page's data read anew after
 * success.
 */
export function useSubmit() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async <Body>(request: () => Promise<ApiResult<Body>>, done?: (body: Body) => void) => {
    setBusy(true);
    setProblem(null);
    const result = await request();
    setBusy(false);
    if (!result.ok) return setProblem(result.problem);
    done?.(result.body);
    router.refresh();
  };
  return {
    busy,
    problem,
    submit,
    forget: () => setProblem(null),
    /** What was refused about a field. */
    errorOf: (path: string) => problem?.errors?.find((error) => error.path === path)?.message,
  };
}
