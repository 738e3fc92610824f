import type { Result } from './main';
import type { Recording } from './recorder';

const MOVES = { pan: 'pan', wheel: 'zoom', drag: 'drag' } as const;

/** One table: events handled with frame times, and the times of opening and of operations. */
export function print(results: readonly Result[], load: number): void {
  console.log('Events handled in 3 s of those sent (frame p50/p95/max in ms), processor time an event in ms');
  for (const result of results) {
    console.log(`\n${result.nodes} nodes, ${result.subject}`);
    for (const [name, value] of linesOf(result)) console.log(`  ${name.padEnd(13)} ${value}`);
  }
  console.log(`\nload ${load.toFixed(1)}`);
}

function linesOf({ views, openMs, operations }: Result): [string, string][] {
  const moves = (['full', 'fitted'] as const).flatMap((view) =>
    (Object.keys(MOVES) as (keyof typeof MOVES)[]).map((move): [string, string] => [
      `${view === 'full' ? '100 %' : 'fitted'} ${MOVES[move]}`,
      words(views[view][move]),
    ]),
  );
  const { move, append, undo } = operations;
  return [
    ...moves,
    ['open', `${openMs} ms`],
    ['operations', `move ${move}, append ${append}, undo ${undo} ms`],
  ];
}

const words = ({ handled, sent, p50, p95, max, cpu }: Recording): string =>
  `${String(handled).padStart(3)} of ${sent} (${p50}/${p95}/${max}), ${cpu}`;
