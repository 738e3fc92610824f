import { expect, it } from 'vitest';
import { type Form, validateSubmission } from '@/lib/forms';
import { rawValues, submittedValues } from './values';

const form: Form = {
  fields: [
    { key: 'customer.name', label: 'Name', type: 'text' },
    { key: 'amount', label: 'Amount', type: 'money', default: 5 },
    { key: 'ok', label: 'OK', type: 'boolean' },
    { key: 'tags', label: 'Tags', type: 'multichoice', options: [] },
    { key: 'seen', label: 'Seen', type: 'readonly' },
  ],
};

it('begins with what is known, else the default', () => {
  expect(rawValues(form, { customer: { name: 'Ada' } })).toEqual({
    f0: 'Ada',
    f1: '5',
    f2: false,
    f3: [],
    f4: '',
  });
});

it('makes variables of what was entered: paths, numbers, nothing for empty text, no read-only fields', () => {
  expect(submittedValues(form, { f0: 'Ada', f1: '12,5', f2: true, f3: ['a'], f4: 'x' })).toEqual({
    customer: { name: 'Ada' },
    amount: 12.5,
    ok: true,
    tags: ['a'],
  });
  expect(submittedValues(form, { f0: ' ', f1: 'many', f2: false, f3: [], f4: '' })).toEqual({
    amount: 'many',
    ok: false,
    tags: [],
  });
});

it('sends null for what was emptied, so that neither default nor old value comes back', () => {
  const known = { customer: { name: 'Ada', vip: true } };
  const values = submittedValues(form, { f0: '', f1: '', f2: false, f3: [], f4: '' }, known);
  expect(values).toEqual({ customer: { name: null }, amount: null, ok: false, tags: [] });
  const checked = validateSubmission(form, values, { shown: known });
  expect(checked).toMatchObject({ ok: true, values: { customer: { name: null, vip: true }, amount: null } });
});
