import 'server-only';
import { analyse, type FeelContext, type FeelResult, type Json, parseFeel } from '@/engine/compile/feel';
import { type EvaluationAnswer, type EvaluationJob, EvaluationThread, failure } from './evaluation-thread';

export type UnboundedOptions = {
  /** Wall-clock limit of the evaluation itself, without waiting and starting a thread. */
  readonly timeoutMs?: number;
  /** Names to read as one although they hold spaces, dashes or keywords. */
  readonly names?: readonly string[];
};

const THREADS = 2;
const WAITING = 1_000;
const DEFAULT_TIMEOUT_MS = 100;

type Waiting = { readonly job: EvaluationJob; readonly resolve: (result: EvaluationAnswer) => void };
type Pool = {
  readonly idle: EvaluationThread[];
  readonly all: EvaluationThread[];
  readonly waiting: Waiting[];
};

/**
 * Evaluates any FEEL expression in a thread that is killed when it takes too long or too much memory; the server's
 * event loop stays free. Never rejects: every refusal is a result with a code and a sentence. Variables that the
 * expression does not name are not copied to the thread. The answer is at most 1 MB of JSON.
 */
export async function evaluateUnbounded(
  source: string,
  context: FeelContext,
  { timeoutMs = DEFAULT_TIMEOUT_MS, names = [] }: UnboundedOptions = {},
): Promise<FeelResult> {
  const parsed = parseFeel(source, { names });
  if (!parsed.ok) return failure('syntax', parsed.message);
  const analysis = analyse(source, parsed.tree);
  const wanted = [...analysis.variables, ...analysis.ambiguous];
  const variables = Object.fromEntries(
    wanted
      .filter((name) => Object.hasOwn(context.variables, name))
      .map((name) => [name, context.variables[name] as Json]),
  );
  const job = { source, analysis, names, context: { variables, now: context.now }, timeoutMs };
  return (await inThread(job)) as FeelResult;
}

/** Stops the threads, for an orderly end of the process. Idle threads do not keep a process alive by themselves. */
export async function closeEvaluator(): Promise<void> {
  const { all, waiting } = pool();
  for (const { resolve } of waiting.splice(0)) resolve(failure('evaluation', 'The server is shutting down.'));
  await Promise.all(all.map((thread) => thread.close()));
}

/** One pool a process: route bundles have module state of their own, so it lives on the global object. */
function pool(): Pool {
  const shared = globalThis as { countersignFeelPool?: Pool };
  if (!shared.countersignFeelPool) {
    const all = Array.from({ length: THREADS }, () => new EvaluationThread());
    shared.countersignFeelPool = { all, idle: [...all], waiting: [] };
  }
  return shared.countersignFeelPool;
}

/** Runs a job in one of the threads. Never rejects. */
export function inThread(job: EvaluationJob): Promise<EvaluationAnswer> {
  const { waiting } = pool();
  if (waiting.length >= WAITING) {
    return Promise.resolve(
      failure('limit', 'Too many expressions are waiting to be evaluated; try again shortly.'),
    );
  }
  return new Promise((resolve) => {
    waiting.push({ job, resolve });
    dispatch();
  });
}

function dispatch(): void {
  const { idle, waiting } = pool();
  while (idle.length > 0 && waiting.length > 0) {
    const thread = idle.pop();
    const next = waiting.shift();
    if (!thread || !next) return;
    void thread.run(next.job).then((result) => {
      idle.push(thread);
      next.resolve(result);
      dispatch();
    });
  }
}
