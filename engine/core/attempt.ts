import { Abandon, type Failed, type NeedsAnswers } from './abandon';
import type { Run } from './run';

/** Does something wholly or not at all; answers why it was abandoned, null when it was done. */
export function attempt(run: Run, action: () => void): NeedsAnswers | Failed | null {
  const { state } = run;
  const [events, queued, changed] = [run.events.length, run.queue.length, run.changed.length];
  try {
    action();
    return null;
  } catch (signal) {
    if (!(signal instanceof Abandon)) throw signal;
    run.state = state;
    run.events.length = events;
    run.queue.length = queued;
    run.changed.length = changed;
    return signal.because;
  }
}
