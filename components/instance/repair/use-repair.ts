'use client';

import { useRef, useState } from 'react';
import { apiPost, type Problem } from '@/components/common/api-client';
import { useAnnounce } from '@/components/ui/live-region';
import { toast } from '@/components/ui/toast';

/**
 * Sends one repair. A refusal is kept to be shown where the person is; a repeat after a lost connection has the same
 * idempotency key, so nothing is done twice.
 */
export function useRepair(done: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = useRef<{ body: string; key: string } | null>(null);
  const announce = useAnnounce();

  const send = async (path: string, body: object, said: string) => {
    const text = path + JSON.stringify(body);
    if (attempt.current?.body !== text) attempt.current = { body: text, key: crypto.randomUUID() };
    setBusy(true);
    setProblem(null);
    const result = await apiPost(path, body, attempt.current.key);
    setBusy(false);
    if (!result.ok) return setProblem(result.problem);
    attempt.current = null;
    toast.success(said);
    announce(said);
    done();
  };
  return { busy, problem, send, clear: () => setProblem(null) };
}

/** A refusal as one text: its sentence and the fields it names. */
export function problemText({ detail, errors = [] }: Problem): string {
  return [detail, ...errors.map((one) => (one.path ? `${one.path}: ${one.message}` : one.message))].join(' ');
}
