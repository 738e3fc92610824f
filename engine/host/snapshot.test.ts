import { expect, it } from 'vitest';
import { readSnapshot } from './snapshot';

const row = { id: 'i', seq: 7 };

it.each([
  ['no JSON', '{"format":1,', 'is damaged'],
  ['no object', 'null', 'is damaged'],
  ['a later format', '{"format":2,"id":"i","seq":7}', 'has the format 2'],
  ['that of another instance', '{"format":1,"id":"j","seq":7}', 'that of j'],
  ['an older one', '{"format":1,"id":"i","seq":6}', 'after event 6'],
])('a snapshot that is %s is refused by name', (_what, text, message) => {
  expect(() => readSnapshot(text, row)).toThrow(message);
});

it('a snapshot that is what its row says is read', () => {
  expect(readSnapshot('{"format":1,"id":"i","seq":7}', row)).toMatchObject({ seq: 7 });
});
