import type { AnalysisParts, AnalysisWorker } from '@/lib/analysis/analysis';

/** The longest that the page may keep us from answering in it, in milliseconds. */
const AT_LAST_MS = 150;

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, 0);
    else requestIdleCallback(() => resolve(), { timeout: AT_LAST_MS });
  });

/** What the browser gives: a worker of its own, or quiet moments of the page. */
export const browserParts: AnalysisParts = {
  start: () =>
    new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' }) as AnalysisWorker,
  async here(document, question) {
    const [{ answer }] = await Promise.all([import('@/lib/analysis/analyst'), idle()]);
    return answer(document, question);
  },
};
