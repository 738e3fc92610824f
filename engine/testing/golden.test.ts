import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, evolve } from '../core/evolve';
import type { InstanceState } from '../core/state';
import type { GoldenHistory } from './golden';

const folder = new URL('./histories/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

const read = (file: string): GoldenHistory => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const typesOf = ({ events }: GoldenHistory['transitions'][number]) => events.map(({ type }) => type);

describe('golden histories', () => {
  it('hold every event type', () => {
    const seen = new Set(files.flatMap((file) => read(file).transitions).flatMap(typesOf));
    expect(EVENT_TYPES.filter((type) => !seen.has(type))).toEqual([]);
  });
  it.each(files)('%s replays to the recorded states, byte by byte', (file) => {
    const history = read(file);
    let state: InstanceState | null = null;
    for (const transition of history.transitions) {
      for (const event of transition.events) state = evolve(state, event);
      expect(JSON.stringify(state)).toBe(JSON.stringify(transition.state));
    }
  });
});
