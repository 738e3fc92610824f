import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { block, executableOf } from '@/engine/testing/arbitrary';
import { Simulation, type Tally } from '@/engine/testing/simulator';
import { behaviors } from '@/lib/elements/behaviors';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' } },
});
const first = Number(values.seed ?? Date.now() % 2_147_483_647);
const until = performance.now() + Number(values.minutes) * 60_000;
const tally: Tally = { steps: 0, refused: 0, repeated: 0, instances: 0, ended: 0 };

let seed = first;
for (; performance.now() < until; seed += 1) {
  const property = fc.property(block(3), fc.integer(), (root, start) => {
    const executable = executableOf(root);
    for (let i = 0; i < 12; i += 1) new Simulation(executable, behaviors, start + i, tally).run(80);
  });
  const result = fc.check(property, { seed, numRuns: 100 });
  if (!result.failed) continue;
  console.error(`Failed. Replay it with: npm run soak -- --seed ${seed} --minutes 0.01`);
  console.error(fc.defaultReportMessage(result), result.errorInstance);
  process.exit(1);
}
console.log(
  `seeds ${first} to ${seed - 1}: ${tally.steps} inputs applied, ${tally.refused} refused, ${tally.instances} instances, no law broken`,
);
