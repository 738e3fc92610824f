import { expect, it } from 'vitest';
import { runChaos } from './run';

const deep = process.env.COUNTERSIGN_DEEP === '1';
const storm = deep
  ? { workerKills: 200, postmasterKills: 20, instances: 400 }
  : { workerKills: 10, postmasterKills: 2, instances: 200 };

it(`loses and doubles nothing over ${storm.workerKills} worker and ${storm.postmasterKills} database kills`, async () => {
  const report = await runChaos({ ...storm, workers: 3, settleMs: 120_000 });
  console.log(JSON.stringify({ ...report, faults: report.faults.length }));
  expect(report.faults.slice(0, 10)).toEqual([]);
  expect(report.takeovers).toBeGreaterThan(0);
  expect(report.instances).toBeGreaterThanOrEqual(storm.instances);
}, 900_000);
