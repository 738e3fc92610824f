import { parseArgs } from 'node:util';
import { runChaos } from './run';

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '20' },
    postmaster: { type: 'string' },
    instances: { type: 'string', default: '200' },
    workers: { type: 'string', default: '3' },
  },
});
const workerKills = Number(values.cycles);
const report = await runChaos({
  workerKills,
  postmasterKills: Number(values.postmaster ?? Math.ceil(workerKills / 10)),
  instances: Number(values.instances),
  workers: Number(values.workers),
  settleMs: 60_000,
  log: (text) => console.log(text),
});
console.log(report);
/** The work of a dead process is somebody else's within this time, on a machine that is ours alone. */
const TAKEOVER_MS = 10_000;
process.exitCode = report.faults.length || report.longestTakeoverMs > TAKEOVER_MS ? 1 : 0;
