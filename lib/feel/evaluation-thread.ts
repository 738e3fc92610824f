import { Worker } from 'node:worker_threads';
import type { Analysis, FeelContext, FeelErrorCode, FeelResult } from '@/engine/compile/feel';
import type { DecisionResult, DmnModel } from '@/lib/dmn';
import { StarvationAwareLimit } from './starvation-aware-limit';
import { workerFile } from './worker-file';

/** An expression to evaluate. */
export type ExpressionJob = {
  readonly source: string;
  readonly analysis: Analysis;
  readonly names: readonly string[];
  readonly context: FeelContext;
  readonly timeoutMs: number;
};

/** A decision to decide: its models, and the key of the element in them. */
export type DecisionJob = {
  readonly models: readonly DmnModel[];
  readonly key: string;
  readonly context: FeelContext;
  readonly timeoutMs: number;
};

export type EvaluationJob = ExpressionJob | DecisionJob;

/** What a thread answers: to a decision its own result, to everything else and when it fails a result of FEEL. */
export type EvaluationAnswer = FeelResult | DecisionResult;

type Message = { readonly ready?: true; readonly answer?: EvaluationAnswer };

/** Memory of a thread in MB: room for 1 MB of variables many times over, far from what hurts the server. */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 };

/**
 * One thread that evaluates one expression at a time and is killed when it takes too long; a killed thread is replaced
 * at its next job. The limit counts from the moment a thread that is ready gets the job.
 */
export class EvaluationThread {
  private worker: Worker | undefined;
  private ready: Promise<void> | undefined;
  private settle: ((result: EvaluationAnswer) => void) | undefined;

  /** Runs a job; never rejects. The thread must be idle. */
  async run(job: EvaluationJob): Promise<EvaluationAnswer> {
    try {
      this.ready ??= this.start();
      this.worker?.ref();
      await this.ready;
    } catch (error) {
      this.discard();
      const reason = error instanceof Error ? error.message : String(error);
      return failure('evaluation', `The evaluation thread did not start: ${reason}.`);
    }
    const result = await this.exchange(job);
    this.worker?.unref();
    return result;
  }

  /** Stops the thread; a running job ends as a failure. */
  async close(): Promise<void> {
    const worker = this.worker;
    this.discard();
    this.settle?.(failure('evaluation', 'The server is shutting down.'));
    await worker?.terminate();
  }

  private exchange(job: EvaluationJob): Promise<EvaluationAnswer> {
    return new Promise((resolve) => {
      const limit = new StarvationAwareLimit(job.timeoutMs, () =>
        this.stop(failure('timeout', `It took longer than ${job.timeoutMs} ms and was stopped.`)),
      );
      this.settle = (result) => {
        limit.clear();
        this.settle = undefined;
        resolve(result);
      };
      this.worker?.postMessage(job);
    });
  }

  private start(): Promise<void> {
    const worker = new Worker(/* turbopackIgnore: true */ workerFile(), { resourceLimits: MEMORY });
    this.worker = worker;
    return new Promise((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if (message.ready) resolve();
        if (message.answer && this.worker === worker) this.settle?.(message.answer);
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        reject(error);
        if (this.worker === worker) this.stop(describeCrash(error));
      });
      worker.on('exit', () => {
        reject(new Error('it ended early'));
        if (this.worker === worker)
          this.stop(failure('evaluation', 'The evaluation thread ended unexpectedly.'));
      });
    });
  }

  private stop(result: FeelResult): void {
    void this.worker?.terminate();
    this.discard();
    this.settle?.(result);
  }

  private discard(): void {
    this.worker = undefined;
    this.ready = undefined;
  }
}

function describeCrash(error: NodeJS.ErrnoException): FeelResult {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return failure('limit', 'It needed too much memory and was stopped.');
  return failure('evaluation', `It could not be computed: ${error.message}.`);
}

export function failure(code: FeelErrorCode, message: string): FeelResult {
  return { ok: false, code, message, missing: [] };
}
