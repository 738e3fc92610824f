import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '@/engine/core/events';
import { fileOf, type GoldenHistory } from '@/engine/testing/golden';
import { play } from '@/engine/testing/scenario';
import { behaviors } from './behaviors';
import { SCENARIOS } from './scenarios';

/** Scenarios that the engine decides differently since their history was recorded, and why. */
const DIFFERENT = new Map([
  [
    'fires a cycle beside the activity as often as it says',
    'A cycle keeps milliseconds where it kept its text.',
  ],
  ['asks for a stored decision', 'A decision is asked for by its binding, where a version was named alone.'],
  [
    'goes on at a complex join when its condition holds, once',
    'The join keeps how many tokens came before it went on.',
  ],
  [
    'undoes a sub-process that is over by what was done in it',
    'What was done in a sub-process that is over is undone where that one ran.',
  ],
]);

function recorded(title: string): EngineEvent[] {
  const file = new URL(`../../engine/testing/histories/${fileOf(title)}`, import.meta.url);
  const { transitions }: GoldenHistory = JSON.parse(readFileSync(file, 'utf8'));
  return transitions.flatMap(({ events }) => events);
}

/** A trace says which events came; this says every word in them. */
describe('a scenario gives the events it was recorded with', () => {
  const same = SCENARIOS.filter(([title]) => !DIFFERENT.has(title));
  it.each(same)('%s', (title, executable, steps) => {
    expect(play(executable, behaviors, steps).events).toStrictEqual(recorded(title));
  });
  it.each([...DIFFERENT])('but for “%s”: %s', (title) => {
    const [, executable, steps] = SCENARIOS.find(([each]) => each === title)!;
    expect(play(executable, behaviors, steps).events).not.toEqual(recorded(title));
  });
});
