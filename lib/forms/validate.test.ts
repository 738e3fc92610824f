import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/engine/core/json';
import type { FormField } from './types';
import { validateSubmission } from './validate';

const field = (type: FormField['type'], rest: Partial<FormField> = {}): FormField => ({
  key: 'x',
  label: 'X',
  type,
  ...rest,
});
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const submit = (fields: FormField[], values: JsonObject, shown?: JsonObject) =>
  validateSubmission({ fields }, values, shown ? { shown } : {});

describe('accepted', () => {
  it.each<[string, FormField, JsonObject, JsonObject]>([
    ['a text', field('text'), { x: 'hi' }, { x: 'hi' }],
    ['nothing where nothing is required', field('text'), {}, {}],
    ['an emptied field', field('number'), { x: null }, { x: null }],
    ['money', field('money', { min: 0 }), { x: 1.5 }, { x: 1.5 }],
    ['a date', field('date'), { x: '2026-02-28' }, { x: '2026-02-28' }],
    ['an untouched check box', field('boolean'), {}, { x: false }],
    ['a choice', field('choice', { options }), { x: 'b' }, { x: 'b' }],
    ['several choices', field('multichoice', { options }), { x: ['b', 'a'] }, { x: ['b', 'a'] }],
    ['a default', field('choice', { options, default: 'a', required: true }), {}, { x: 'a' }],
  ])('%s', (_name, one, values, expected) => {
    expect(submit([one], values)).toEqual({ ok: true, values: expected });
  });

  it('a read-only value repeated as shown is not written', () => {
    expect(submit([field('readonly')], { x: 5 }, { x: 5 })).toEqual({ ok: true, values: {} });
  });

  it('a check box that already has a value is left alone', () => {
    expect(submit([field('boolean')], {}, { x: true })).toEqual({ ok: true, values: {} });
  });

  it('dotted keys become objects and keep what else was shown', () => {
    const result = submit(
      [field('text', { key: 'customer.name' })],
      { 'customer.name': 'Ann' },
      { customer: { id: 7 } },
    );
    expect(result).toEqual({ ok: true, values: { customer: { id: 7, name: 'Ann' } } });
    expect(submit([field('text', { key: 'customer.name' })], { customer: { name: 'Ann' } })).toEqual({
      ok: true,
      values: { customer: { name: 'Ann' } },
    });
  });
});

describe('refused', () => {
  it.each<[string, FormField, JsonObject, RegExp]>([
    ['nothing where something is required', field('text', { required: true }), { x: '' }, /required/],
    ['an unticked required box', field('boolean', { required: true }), {}, /ticked/],
    ['a number as text', field('number'), { x: '5' }, /must be a number/],
    ['too little', field('money', { min: 10 }), { x: 9 }, /at least 10/],
    ['too much', field('number', { max: 10 }), { x: 11 }, /at most 10/],
    ['too short', field('text', { minLength: 3 }), { x: 'ab' }, /at least 3 characters/],
    ['too long', field('textarea', { maxLength: 3 }), { x: 'abcd' }, /at most 3 characters/],
    ['another form', field('text', { pattern: '[A-Z]+' }), { x: 'Ab' }, /expected form/],
    ['a day that isn’t', field('date'), { x: '2026-02-30' }, /date/],
    ['a choice that isn’t offered', field('choice', { options }), { x: 'c' }, /one of the choices/],
    ['a choice twice', field('multichoice', { options }), { x: ['a', 'a'] }, /twice/],
    ['a changed read-only field', field('readonly'), { x: 6 }, /can't be changed/],
  ])('%s', (_name, one, values, message) => {
    const result = submit([one], values);
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : result.errors).toMatchObject([
      { path: 'x', message: expect.stringMatching(message) },
    ]);
  });

  it('unknown keys, by their path', () => {
    const result = submit([field('text', { key: 'a.b' })], { y: 1, a: { c: 2 } });
    expect(result).toMatchObject({ ok: false, errors: [{ path: 'y' }, { path: 'a.c' }] });
  });
});
