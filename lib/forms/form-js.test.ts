import { describe, expect, it } from 'vitest';
import { fromFormJs } from './form-js';

const form = (...components: unknown[]) =>
  fromFormJs(JSON.stringify({ components, schemaVersion: 4 }))?.fields;

describe('form-js', () => {
  it.each([
    ['textfield', { type: 'textfield', key: 'a', label: 'A' }, { key: 'a', label: 'A', type: 'text' }],
    [
      'a disabled field',
      { type: 'textfield', key: 'a', label: 'A ', disabled: true },
      { key: 'a', label: 'A', type: 'readonly' },
    ],
    [
      'textarea',
      { type: 'textarea', key: 'a', validate: { maxLength: 5 } },
      { key: 'a', label: 'a', type: 'textarea', maxLength: 5 },
    ],
    [
      'number with limits',
      { type: 'number', key: 'n', label: 'N', validate: { required: true, min: 1, max: '9' } },
      { key: 'n', label: 'N', type: 'number', required: true, min: 1, max: 9 },
    ],
    [
      'checkbox',
      { type: 'checkbox', key: 'b', label: 'B', defaultValue: true },
      { key: 'b', label: 'B', type: 'boolean', default: true },
    ],
    [
      'select',
      { type: 'select', key: 'c', label: 'C', values: [{ value: 'x', label: 'X' }] },
      { key: 'c', label: 'C', type: 'choice', options: [{ value: 'x', label: 'X' }] },
    ],
    [
      'checklist',
      { type: 'checklist', key: 'c', label: 'C', values: [{ value: 'x' }] },
      { key: 'c', label: 'C', type: 'multichoice', options: [{ value: 'x', label: 'x' }] },
    ],
    [
      'date',
      { type: 'datetime', key: 'd', subtype: 'date', dateLabel: 'Day' },
      { key: 'd', label: 'Day', type: 'date' },
    ],
    ['text', { type: 'text', text: '# Hello *you*' }, { key: '', label: 'Hello you', type: 'note' }],
    ['html', { type: 'html', content: '<p>Hello</p>' }, { key: '', label: 'Hello', type: 'note' }],
  ])('maps %s', (_name, component, field) => {
    expect(form(component)).toEqual([field]);
  });

  it('keeps what it has no field for as a note that says so', () => {
    expect(form({ type: 'filepicker', key: 'f', label: 'Invoice' })).toEqual([
      {
        key: '',
        type: 'note',
        label: '“Invoice” is a field of type “filepicker”, which can’t be shown here yet.'.replace('’', "'"),
      },
    ]);
  });

  it('asks for a text where choices come from data', () => {
    expect(form({ type: 'select', key: 'c', label: 'C', valuesKey: 'list' })).toMatchObject([
      { type: 'text' },
    ]);
  });

  it('drops what only gives the page its look', () => {
    expect(form({ type: 'separator' }, { type: 'spacer' }, { type: 'button', key: 'x' })).toEqual([]);
  });

  it('turns groups into sections and their path into the key', () => {
    const group = {
      type: 'group',
      label: 'Customer',
      path: 'customer',
      components: [{ type: 'textfield', key: 'name', label: 'Name' }],
    };
    expect(form(group)).toEqual([
      { key: '', type: 'section', label: 'Customer' },
      { key: 'customer.name', label: 'Name', type: 'text' },
    ]);
  });

  it('shows at most 200 fields', () => {
    const fields = form(
      ...Array.from({ length: 300 }, (_, index) => ({ type: 'textfield', key: `f${index}` })),
    );
    expect(fields).toHaveLength(200);
    expect(fields?.at(-1)?.label).toBe('This form has 101 more fields than can be shown.');
  });

  it.each(['', '[]', '{"a":1}', 'null', '{"components":{}}'])('is no form-js: %s', (text) => {
    expect(fromFormJs(text)).toBeNull();
  });
});
