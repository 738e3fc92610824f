import { afterEach, describe, expect, it, vi } from 'vitest';
import { updateElement } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { Analysis, type AnalysisWorker, PATIENCE_MS } from './analysis';
import { Analyst, answer } from './analyst';
import type { Request, Response } from './types';

const { document, ids } = sample();
const FOUND = answer(document, { about: 'problems' });
const renamed = (name: string) =>
  done(updateElement(document, ids.task, { update: { [ids.task]: { attrs: { name } } } })).document;

/** A worker whose answers come when the test says so. */
function worker() {
  const analyst = new Analyst();
  const requests: Request[] = [];
  const listeners: Record<string, (event: { data: Response }) => void> = {};
  const made = {
    postMessage: (request: Request) => void requests.push(structuredClone(request)),
    addEventListener: (type: string, listener: (event: { data: Response }) => void) => {
      listeners[type] = listener;
    },
    terminate: vi.fn(),
  };
  return {
    made: made as typeof made & AnalysisWorker,
    requests,
    /** Answers the oldest question. */
    reply() {
      const { serial, question, change } = requests.shift()!;
      listeners.message?.({ data: { serial, answer: analyst.ask(question, change) } });
    },
    break: () => listeners.error?.({ data: undefined as never }),
  };
}

const here = vi.fn((...[draft, question]: Parameters<typeof answer>) =>
  Promise.resolve(answer(draft, question)),
);

afterEach(() => {
  here.mockClear();
  vi.useRealTimers();
});

describe('the analysis of a draft', () => {
  it('answers in the worker, with what the rules say', async () => {
    const thread = worker();
    const analysis = new Analysis({ start: () => thread.made, here });
    const problems = analysis.problems(document);
    thread.reply();
    expect({ about: 'problems', problems: await problems }).toEqual(FOUND);
    const scope = analysis.scope(document, ids.end);
    expect(thread.requests[0]?.change).toBeNull();
    thread.reply();
    expect({ about: 'scope', scope: await scope }).toEqual(
      answer(document, { about: 'scope', elementId: ids.end }),
    );
    expect(here).not.toHaveBeenCalled();
  });

  it('sends what changed, and checks only the newest of what came meanwhile', async () => {
    const thread = worker();
    const analysis = new Analysis({ start: () => thread.made, here });
    const answers = ['A', 'B', 'C'].map((name) => analysis.problems(renamed(name)));
    expect(thread.requests).toHaveLength(1);
    thread.reply();
    expect(await Promise.all(answers.slice(0, 2))).toEqual([null, null]);
    expect(Object.keys(thread.requests[0]?.change?.set ?? {})).toEqual([ids.task]);
    thread.reply();
    expect({ about: 'problems', problems: await answers[2] }).toEqual(
      answer(renamed('C'), { about: 'problems' }),
    );
  });

  it('says nothing of a check that was overtaken', async () => {
    const thread = worker();
    const analysis = new Analysis({ start: () => thread.made, here });
    const outdated = analysis.problems(document);
    const newest = analysis.problems(renamed('B'));
    thread.reply();
    expect(await outdated).toBeNull();
    thread.reply();
    expect(await newest).not.toBeNull();
  });

  it.each([
    [
      'can’t start',
      () => {
        throw new Error('no workers here');
      },
      () => undefined,
    ],
    ['fails to load', undefined, (thread: ReturnType<typeof worker>) => thread.break()],
    [
      'dies while it thinks',
      undefined,
      (thread: ReturnType<typeof worker>) => {
        thread.requests.length = 0;
        vi.advanceTimersByTime(PATIENCE_MS);
      },
    ],
  ])('answers in this thread when the worker %s', async (_how, start, happens) => {
    vi.useFakeTimers();
    const thread = worker();
    const analysis = new Analysis({ start: start ?? (() => thread.made), here });
    const [problems, scope] = [analysis.problems(document), analysis.scope(document, ids.end)];
    happens(thread);
    expect({ about: 'problems', problems: await problems }).toEqual(FOUND);
    expect((await scope).open).toBe(true);
    expect(here).toHaveBeenCalledTimes(2);
    await analysis.scope(document, ids.end);
    expect(here).toHaveBeenCalledTimes(3);
    if (!start) expect(thread.made.terminate).toHaveBeenCalled();
  });

  it('does not wait for an answer that came', async () => {
    vi.useFakeTimers();
    const thread = worker();
    const analysis = new Analysis({ start: () => thread.made, here });
    const problems = analysis.problems(document);
    thread.reply();
    await problems;
    vi.advanceTimersByTime(2 * PATIENCE_MS);
    expect(thread.made.terminate).not.toHaveBeenCalled();
  });

  it('can begin again after it was stopped', async () => {
    const [first, second] = [worker(), worker()];
    const workers = [first, second];
    const analysis = new Analysis({ start: () => workers.shift()!.made, here });
    void analysis.problems(document);
    analysis.stop();
    expect(first.made.terminate).toHaveBeenCalled();
    const problems = analysis.problems(document);
    expect(second.requests[0]?.change?.set[ids.task]).toBeDefined();
    second.reply();
    expect({ about: 'problems', problems: await problems }).toEqual(FOUND);
  });
});
