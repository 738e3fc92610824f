import 'server-only';
import { getRuntime } from '@/lib/runtime';
import { projectAudit } from './project';
import { throttledWarning } from './throttled-warning';

const IDLE_MS = 1_000;
const AFTER_FAILURE_MS = 5_000;

interface Projector {
  stop(): Promise<void>;
}

const holder = globalThis as { countersignProjector?: Projector };

function run(): Projector {
  let stopped = false;
  const warning = throttledWarning({
    failing: 'the audit index could not be brought up to date; trying again',
    working: 'the audit index is brought up to date again',
  });
  let wake: () => void = () => undefined;
  const unsubscribe = getRuntime().store.signals.subscribe(() => wake());
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async () => {
    while (!stopped) {
      try {
        const rows = await projectAudit();
        warning.worked();
        if (rows === 0 && !stopped) await pause(IDLE_MS);
      } catch (error) {
        if (stopped) return;
        warning.failed(error);
        await pause(AFTER_FAILURE_MS);
      }
    }
  };
  const done = loop();
  return {
    stop: async () => {
      stopped = true;
      unsubscribe();
      wake();
      await done;
    },
  };
}

/** Keeps the audit index up to date from this process, woken by commits and once a second anyway. */
export function startProjector(): void {
  holder.countersignProjector ??= run();
}

export async function stopProjector(): Promise<void> {
  const projector = holder.countersignProjector;
  holder.countersignProjector = undefined;
  await projector?.stop();
}
