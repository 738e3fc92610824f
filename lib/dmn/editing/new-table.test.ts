import { expect, it } from 'vitest';
import { compileDecision, readDmn } from '..';
import { idFromName, newTableFile, tableIn } from '.';

it.each([
  ['Shipping price', 'shipping-price'],
  ['  Größe & Gewicht! ', 'gro-e-gewicht'],
  ['2 of 5', 'd-2-of-5'],
  ['…', ''],
])('makes an id of “%s”', (name, id) => expect(idFromName(name)).toBe(id));

it('is a file that can be evaluated and edited, whatever the name', () => {
  const reading = readDmn(newTableFile('Price "A" & <B>', 'price'));
  if (!reading.ok) throw new Error(reading.message);
  expect(reading.model).toMatchObject({ id: 'price-file', name: 'Price "A" & <B>' });
  expect(tableIn(reading.model, 'price')?.rules).toHaveLength(1);
  const compiled = compileDecision([reading.model], 'price');
  expect(
    compiled.ok && compiled.decision.evaluate({ variables: { amount: 3 }, now: '2026-01-01T00:00:00Z' }).ok,
  ).toBe(true);
});
