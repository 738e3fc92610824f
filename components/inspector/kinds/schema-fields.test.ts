import { expect, it } from 'vitest';
import { fieldsOf, withFields } from './schema-fields';

const schema = JSON.stringify({
  type: 'object',
  properties: {
    amount: { type: 'number', minimum: 0, description: 'in EUR' },
    due: { type: 'string', format: 'date' },
  },
  required: ['amount'],
});

it('reads the members of a schema and writes them back with what the list does not show', () => {
  const fields = fieldsOf(schema) ?? [];
  expect(fields.map(({ name, type, required }) => [name, type, required])).toEqual([
    ['amount', 'number', true],
    ['due', 'string', false],
  ]);
  expect(JSON.parse(withFields(schema, fields)).properties).toEqual(JSON.parse(schema).properties);
  expect(JSON.parse(withFields(schema, fields.slice(0, 1))).required).toEqual(['amount']);
});

it('leaves a schema that is no object to the JSON tab', () => {
  expect(fieldsOf('{"type":"array"}')).toBeNull();
  expect(fieldsOf('not json')).toBeNull();
  expect(fieldsOf('')).toEqual([]);
});
