import { workStep } from '../../../lib/testing/models';
import { startApi } from '../api';
import { TASKS } from '../processes';
import type { Row } from '../row';
import { latency, round1 } from '../stats';

const WORKERS = 16;
const INSTANCES_PER_SECOND = 200;
const AT_ONCE = 10;
const PAUSE_MS = 5;

interface Job {
  workId: string;
  lease: string;
}

/**
 * Row 4: workers in another process lease work over HTTP and complete it, five tasks in sequence. The time of a task
 * is that of its completion request; that of leasing is shared by what was leased together.
 */
export const run: Row = async ({ url, seconds, cpu }) => {
  const api = await startApi(url);
  const steps = Array.from({ length: TASKS }, (_, index) => workStep(`Task_${index + 1}`, 'bench'));
  const processId = await api.publish(steps);
  const wanted = Math.ceil(INSTANCES_PER_SECOND * seconds);
  for (let begun = 0; begun < wanted; begun += WORKERS)
    await Promise.all(
      Array.from({ length: WORKERS }, () => api.post(`/processes/${processId}/instances`, {})),
    );
  const completions: number[] = [];
  const until = performance.now() + seconds * 1_000;
  const worker = async (name: string) => {
    while (performance.now() < until) {
      const lease = { type: 'bench', max: AT_ONCE, leaseSeconds: 60, worker: name };
      const { items } = await api.post<{ items: Job[] }>('/work/activate', lease);
      if (items.length === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      await Promise.all(items.map((job) => complete(job)));
    }
  };
  const complete = async ({ workId, lease }: Job) => {
    const begun = performance.now();
    await api.post(`/work/${workId}/complete`, { lease });
    completions.push(performance.now() - begun);
  };
  const used = () => ({ api: api.cpu() ?? 0, server: cpu().server ?? 0 });
  const before = used();
  const begun = performance.now();
  await Promise.all(Array.from({ length: WORKERS }, (_, index) => worker(`worker-${index}`)));
  const elapsed = (performance.now() - begun) / 1_000;
  const after = used();
  await api.close();
  const perTask = (what: 'api' | 'server') => Math.round((after[what] - before[what]) / completions.length);
  return [
    {
      what: `${WORKERS} workers, ${AT_ONCE} leased at once`,
      tasksPerSecond: round1(completions.length / elapsed),
      ...latency(completions),
      apiCpuMicrosPerTask: perTask('api'),
      serverCpuMicrosPerTask: perTask('server'),
    },
  ];
};
