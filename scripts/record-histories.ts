/**
 * Records the golden history of every scenario that has none yet: `npx tsx scripts/record-histories.ts`.
 * What was recorded is never written again; a new meaning of an event is a new version of it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { fileOf, type GoldenHistory, record } from '@/engine/testing/golden';
import { Player, type Scenario } from '@/engine/testing/scenario';
import { behaviors } from '@/lib/elements/behaviors';
import { SCENARIOS } from '@/lib/elements/scenarios';

const folder = new URL('../engine/testing/histories/', import.meta.url);

for (const scenario of SCENARIOS) {
  const file = new URL(fileOf(scenario[0]), folder);
  if (!existsSync(file)) writeFileSync(file, record(scenario[0], transitionsOf(scenario)));
}

function transitionsOf([title, executable, steps]: Scenario): GoldenHistory['transitions'] {
  const player = new Player(executable, behaviors);
  return steps.map((step) => {
    const events = step(player);
    if (!Array.isArray(events)) throw new Error(`${title}: ${events.message}`);
    return { events, state: player.current };
  });
}
