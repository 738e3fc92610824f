import { expect, it } from 'vitest';
import { formOfSchema } from './schema-form';

it('asks for plain properties by their type, and leaves lists and objects to JSON', () => {
  const schema = {
    properties: {
      name: { type: 'string', description: 'Who' },
      amount: { type: ['number', 'null'] },
      sure: { type: 'boolean' },
      what: { type: 'string', enum: ['a', 'b'] },
      level: { enum: [1, 2] },
      lines: { type: 'array' },
    },
  };
  expect(formOfSchema(schema)).toEqual({
    form: {
      fields: [
        { key: 'name', label: 'name', type: 'text', description: 'Who' },
        { key: 'amount', label: 'amount', type: 'number' },
        { key: 'sure', label: 'sure', type: 'boolean' },
        {
          key: 'what',
          label: 'what',
          type: 'choice',
          options: [
            { value: 'a', label: 'a' },
            { value: 'b', label: 'b' },
          ],
        },
      ],
    },
    rest: ['level', 'lines'],
  });
  expect(formOfSchema(null)).toEqual({ form: { fields: [] }, rest: [] });
});
