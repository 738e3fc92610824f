import pg from 'pg';
import { taskIdOf } from '../../../engine/host/commit/ids';
import { newName, openEngine } from '../engine';
import { atRate } from '../open-loop';
import { approvals } from '../processes';
import type { Row } from '../row';
import { latency } from '../stats';

const PER_SECOND = 500;
const WARM_UP_SECONDS = 2;
const DECIDER = { kind: 'person', id: 'ada', name: 'Ada', via: 'session' } as const;

/**
 * Row 3, at 500 instances a second: from the planned start until another connection sees the approval's task, and
 * from the decision until it sees the next one.
 */
export const run: Row = async ({ url, seconds }) => {
  const engine = openEngine(url, approvals);
  const reader = new pg.Client({ connectionString: url, pipeline: true } as pg.ClientConfig);
  await reader.connect();
  const visible = async (taskId: string) => {
    const query = {
      name: 'task',
      text: `SELECT 1 FROM task WHERE id = $1 AND state = 'open'`,
      values: [taskId],
    };
    while ((await reader.query(query)).rowCount === 0);
  };
  const started: number[] = [];
  const decided: number[] = [];
  const one = async (plannedAt: number) => {
    const id = newName();
    const first = waitingKey((await engine.start(id)).state);
    await visible(taskIdOf(id, first));
    started.push(performance.now() - plannedAt);
    const decidedAt = performance.now();
    const outcome = await engine.host.execute({ instanceId: id, command: decision(id, first) });
    if (!outcome.ok) throw new Error(outcome.message);
    await visible(taskIdOf(id, waitingKey(outcome.state)));
    decided.push(performance.now() - decidedAt);
  };
  await atRate(PER_SECOND, WARM_UP_SECONDS, one);
  started.length = 0;
  decided.length = 0;
  await atRate(PER_SECOND, seconds, one);
  await reader.end();
  await engine.close();
  return [
    { what: 'start → approval visible', perSecond: PER_SECOND, ...latency(started) },
    { what: 'decision → next step visible', perSecond: PER_SECOND, ...latency(decided) },
  ];
};

const waitingKey = ({
  activations,
}: {
  activations: Record<string, { key: number; wait?: unknown }>;
}): number => Object.values(activations).find((activation) => activation.wait)?.key ?? 0;

const decision = (instanceId: string, key: number) => ({
  id: `decide-${instanceId}`,
  actor: DECIDER,
  input: {
    type: 'complete-task' as const,
    key,
    outcome: 'approve',
    variables: {},
    comment: null,
    contentDigest: '0'.repeat(64),
  },
});
