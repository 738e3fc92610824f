import { type BenchEngine, newName } from './engine';
import type { Line, RowContext } from './row';
import { latency, round1 } from './stats';

const WARM_UP_MS = 1_500;

/**
 * Keeps `inFlight` instances under way for the time of the row: each is started, waited for, and followed by the
 * next. Latency is from start to end. `tasks` is how many an instance has.
 */
export async function closedLoop(
  engine: BenchEngine,
  inFlight: number,
  tasks: number,
  { seconds, cpu }: Pick<RowContext, 'seconds' | 'cpu'>,
): Promise<Line> {
  const latencies: number[] = [];
  const one = async () => {
    const id = newName();
    const begun = performance.now();
    const ended = engine.ended(id);
    await engine.start(id);
    await ended;
    latencies.push(performance.now() - begun);
  };
  const all = async (ms: number) => {
    const until = performance.now() + ms;
    const keepBusy = async () => {
      while (performance.now() < until) await one();
    };
    await Promise.all(Array.from({ length: inFlight }, keepBusy));
  };
  await all(WARM_UP_MS);
  latencies.length = 0;
  const before = { stats: engine.host.stats(), cpu: cpu(), at: performance.now() };
  await all(seconds * 1_000);
  const after = { stats: engine.host.stats(), cpu: cpu(), at: performance.now() };
  const elapsed = (after.at - before.at) / 1_000;
  const instances = latencies.length;
  const perTask = (micros: number) => Math.round(micros / (instances * tasks));
  return {
    what: `${inFlight} in flight`,
    instancesPerSecond: round1(instances / elapsed),
    tasksPerSecond: round1((instances * tasks) / elapsed),
    ...latency(latencies),
    commandsPerCommit: round1(
      (after.stats.committed - before.stats.committed) / (after.stats.commits - before.stats.commits),
    ),
    engineCpuMicrosPerTask: perTask(after.cpu.process - before.cpu.process),
    serverCpuMicrosPerTask: perTask((after.cpu.server ?? 0) - (before.cpu.server ?? 0)),
  };
}
