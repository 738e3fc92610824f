/** Compares an evaluation with that of feelin's interpreter: `node scripts/run.mjs engine/compile/feel/bench.ts`. */
import { evaluate } from 'feelin';
import { compileBounded } from './index';

const variables = {
  amount: 1500,
  approved: true,
  customer: { level: 'gold', name: 'Ada' },
  items: [1, 2, 3],
  due: '2026-03-31',
};
const SOURCES = [
  'approved',
  'amount > 1000',
  'amount > 1000 and (customer.level = "gold" or count(items) >= 3)',
  'amount in [1..10]',
  '{total: amount * 1.19, who: upper case(customer.name)}',
  'date(due) > today() + duration("P7D")',
];

function microseconds(times: number, run: () => unknown): number {
  for (let index = 0; index < times / 10; index += 1) run();
  const start = performance.now();
  for (let index = 0; index < times; index += 1) run();
  return ((performance.now() - start) * 1000) / times;
}

for (const source of SOURCES) {
  const compiled = compileBounded(source);
  const ours = microseconds(100_000, () => compiled.evaluate({ variables, now: '2026-03-01T10:00:00Z' }));
  const theirs = microseconds(1_000, () => evaluate(source, variables, 'camunda'));
  console.log(
    `${ours.toFixed(2)} µs  feelin ${theirs.toFixed(0)} µs  ×${(theirs / ours).toFixed(0)}  ${source}`,
  );
}
