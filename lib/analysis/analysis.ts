import type { Problem } from '@/engine/compile/problem';
import { changeBetween, type ElementId, type ProcessDocument } from '@/lib/document';
import type { Answer, FieldScope, Question, Request, Response } from './types';

/** The part of a `Worker` that is needed. */
export interface AnalysisWorker {
  postMessage(request: Request): void;
  addEventListener(type: 'message', listener: (event: { data: Response }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

export interface AnalysisParts {
  /** Throws where no worker can be had. */
  start(): AnalysisWorker;
  /** Answers in this thread, in a quiet moment: what is left when there is no worker. */
  here(document: ProcessDocument, question: Question): Promise<Answer>;
}

/** How long a worker may think about one question before it counts as dead, in milliseconds. */
export const PATIENCE_MS = 15_000;

type AnswerTo<Q extends Question> = Extract<Answer, { about: Q['about'] }>;

interface Asked {
  document: ProcessDocument;
  question: Question;
  settle: (answer: Answer) => void;
  fail: (error: unknown) => void;
}

interface Check {
  document: ProcessDocument;
  tell: (problems: readonly Problem[] | null) => void;
  fail: (error: unknown) => void;
}

/**
 * Answers questions about a draft in a worker, which is told only what changed. When the worker can't start or dies, the
 * questions are answered in this thread and nobody notices but by the time it takes.
 */
export class Analysis {
  private worker: AnalysisWorker | null = null;
  private broken = false;
  private known: ProcessDocument | null = null;
  private serial = 0;
  private readonly open = new Map<number, Asked>();
  private watch: ReturnType<typeof setTimeout> | undefined;
  private checking: Check | null = null;
  private next: Check | null = null;

  constructor(private readonly parts: AnalysisParts) {}

  /** The variables at a field. */
  async scope(document: ProcessDocument, elementId: ElementId, field?: string): Promise<FieldScope> {
    return (await this.ask(document, { about: 'scope', elementId, ...(field ? { field } : {}) })).scope;
  }

  /**
   * The problems of a draft; `null` when a newer draft has been asked about meanwhile, so that at most one check runs
   * and one waits however fast somebody draws.
   */
  problems(document: ProcessDocument): Promise<readonly Problem[] | null> {
    return new Promise((tell, fail) => {
      this.next?.tell(null);
      this.next = { document, tell, fail };
      void this.checkNext();
    });
  }

  /** Ends the worker; questions that are open are never answered. */
  stop(): void {
    this.end();
    this.open.clear();
    this.checking = null;
    this.next = null;
  }

  private async checkNext(): Promise<void> {
    const check = this.next;
    if (!check || this.checking) return;
    this.next = null;
    this.checking = check;
    try {
      const { problems } = await this.ask(check.document, { about: 'problems' });
      check.tell(this.next ? null : problems);
    } catch (error) {
      check.fail(error);
    }
    if (this.checking === check) this.checking = null;
    void this.checkNext();
  }

  private ask<Q extends Question>(document: ProcessDocument, question: Q): Promise<AnswerTo<Q>> {
    const worker = this.running();
    const answered = worker ? this.send(worker, document, question) : this.parts.here(document, question);
    return answered as Promise<AnswerTo<Q>>;
  }

  private send(worker: AnalysisWorker, document: ProcessDocument, question: Question): Promise<Answer> {
    return new Promise((settle, fail) => {
      this.serial += 1;
      this.open.set(this.serial, { document, question, settle, fail });
      const change = this.known === document ? null : changeBetween(this.known, document);
      this.known = document;
      worker.postMessage({ serial: this.serial, question, change });
      this.wait();
    });
  }

  private running(): AnalysisWorker | null {
    if (this.broken || this.worker) return this.worker;
    try {
      const worker = this.parts.start();
      worker.addEventListener('message', ({ data }) => this.take(worker, data));
      for (const type of ['error', 'messageerror'] as const)
        worker.addEventListener(type, () => this.giveUp(worker));
      this.worker = worker;
    } catch {
      this.broken = true;
    }
    return this.worker;
  }

  private take(worker: AnalysisWorker, { serial, answer }: Response): void {
    if (worker !== this.worker) return;
    const asked = this.open.get(serial);
    this.open.delete(serial);
    this.wait();
    asked?.settle(answer);
  }

  /** A worker that was killed says nothing: silence while something is open is how it shows. */
  private wait(): void {
    clearTimeout(this.watch);
    const { worker } = this;
    if (worker && this.open.size > 0) this.watch = setTimeout(() => this.giveUp(worker), PATIENCE_MS);
  }

  private giveUp(worker: AnalysisWorker): void {
    if (worker !== this.worker) return;
    const left = [...this.open.values()];
    this.open.clear();
    this.end();
    this.broken = true;
    for (const { document, question, settle, fail } of left)
      this.parts.here(document, question).then(settle, fail);
  }

  private end(): void {
    clearTimeout(this.watch);
    this.worker?.terminate();
    this.worker = null;
    this.known = null;
  }
}
