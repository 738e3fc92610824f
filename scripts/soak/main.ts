import { parseArgs } from 'node:util';
import { EMPTY_TALLY, playRound } from '@/engine/testing/play';
import { behaviors } from '@/lib/elements/behaviors';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' } },
});
const first = Number(values.seed ?? Date.now() % 2_147_483_647);
const until = performance.now() + Number(values.minutes) * 60_000;
const tally = { ...EMPTY_TALLY };

let seed = first;
try {
  for (; performance.now() < until; seed += 1) playRound(behaviors, seed, tally);
  console.log(
    `seeds ${first} to ${seed - 1}: ${tally.steps} inputs applied, ${tally.refused} refused, ${tally.instances} instances, no law broken`,
  );
} catch (error) {
  console.error(error);
  console.error(`Replay it with: npm run soak -- --seed ${seed} --minutes 0.01`);
  process.exitCode = 1;
}
