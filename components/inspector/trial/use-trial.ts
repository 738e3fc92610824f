import { useEffect, useRef, useState } from 'react';
import { apiStream } from '@/components/common/api-stream';
import type { JsonObject } from '@/engine/core/json';
import type { AiCallView } from '@/lib/elements/ai-call/schema';
import { heard, NO_TRIAL, type TrialState } from './trial-state';

const UNREACHABLE = 'The server can’t be reached, or the connection broke off. Try again.';

/** The step that is tried out, whose daily limit counts. */
export interface TrialOf {
  processId?: string;
  elementId?: string;
}

/** Runs a step as it stands; leaving it, or starting again, ends the call. */
export function useTrial(of: TrialOf) {
  const [state, setState] = useState<TrialState>(NO_TRIAL);
  const call = useRef<AbortController>(null);
  useEffect(() => () => call.current?.abort(), []);

  const run = async (view: AiCallView, variables: JsonObject) => {
    call.current?.abort();
    const started = new AbortController();
    call.current = started;
    const { signal } = started;
    setState({ ...NO_TRIAL, running: true });
    const tell = (change: (state: TrialState) => TrialState) => signal.aborted || setState(change);
    const refuse = (refused: string) => tell((now) => ({ ...now, running: false, refused }));
    try {
      const answer = await apiStream('/ai/test-run', { ...view, variables, ...of }, signal);
      if (!answer.ok) return refuse(answer.problem.errors?.[0]?.message ?? answer.problem.detail);
      for await (const event of answer.body) tell((now) => heard(now, event));
      tell((now) => (now.running ? { ...now, running: false, refused: UNREACHABLE } : now));
    } catch {
      refuse(UNREACHABLE);
    }
  };
  const stop = () => {
    call.current?.abort();
    setState((now) => ({ ...now, running: false }));
  };
  return { ...state, run, stop };
}
