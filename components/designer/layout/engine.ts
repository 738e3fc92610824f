import type { LayoutEngine } from '@/lib/bpmn/layout';

let working: Promise<LayoutEngine> | undefined;

/**
 * The layout engine in a worker, so that the page stays usable while it thinks; loaded when it is first needed.
 * Where a worker can't start, the engine runs in the page.
 */
export function layoutEngine(): Promise<LayoutEngine | undefined> {
  working ??= start();
  return working.catch(() => undefined);
}

async function start(): Promise<LayoutEngine> {
  const { default: Elk } = await import('elkjs/lib/elk-api');
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('The layout worker does not start')));
  });
  // It fails before anybody waits for it, or never.
  failed.catch(() => undefined);
  const elk = new Elk({ workerFactory: () => worker });
  // A worker that doesn't start never answers: the first small question finds out.
  await Promise.race([elk.layout({ id: 'root', children: [] }), failed]);
  return { layout: (graph, args) => Promise.race([elk.layout(graph, args), failed]) } as LayoutEngine;
}
