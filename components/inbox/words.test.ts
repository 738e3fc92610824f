import { describe, expect, it } from 'vitest';
import { marked, readAnswer } from './answer';
import { isLong, valueText } from './show-value';
import { commitLabel, dueOf, inboxHref, neighbourOf, shortDigest, suggestionWords } from './words';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 8, minutes)).toISOString();
const now = (minutes: number) => Date.parse(at(minutes));
const approve = { id: 'approve', label: 'Approve', tone: 'positive', commentRequired: false } as const;

describe('due dates', () => {
  const task = { openedAt: at(0), dueAt: at(240) };
  it.each([
    ['calm while more than half is left', 60, { level: 'calm', text: '3 h left' }],
    ['soon from half on', 120, { level: 'soon', text: 'Due in 2 h' }],
    ['overdue after it', 305, { level: 'overdue', text: '1 h 5 min overdue' }],
  ])('%s', (_, minutes, expected) => expect(dueOf(task, now(minutes))).toEqual(expected));
  it('says nothing without one', () => expect(dueOf({ openedAt: at(0), dueAt: null }, now(1))).toBeNull());
});

describe('what AI suggests', () => {
  it('is a number when it was measured, rounded down', () =>
    expect(suggestionWords({ label: 'Approve', confidence: 0.879, source: 'schema-checks' })).toEqual({
      text: 'Suggests approve',
      value: '0.87',
    }));
  it('is never a number when the model rates itself', () => {
    const words = suggestionWords({ label: 'Send back', confidence: 0.95, source: 'self-report' });
    expect(words).toEqual({ text: 'Suggests send back', value: 'says it is sure' });
  });
  it('names no outcome that it did not name', () =>
    expect(suggestionWords({ label: null, confidence: 0.5, source: 'logprobs' }).text).toBe('AI answered'));
});

describe('words of a decision', () => {
  it('repeats the verb', () => expect(commitLabel(approve)).toBe('Countersign and approve'));
  it('completes what has no outcomes', () => expect(commitLabel(null)).toBe('Complete task'));
  it('shortens a digest', () => expect(shortDigest(`7c1e${'0'.repeat(57)}b04`)).toBe('7c1e…b04'));
});

describe('the task after the decided one', () => {
  const list = [{ taskId: 'a' }, { taskId: 'b' }, { taskId: 'c' }];
  it('is the next', () => expect(neighbourOf(list, 'b')?.taskId).toBe('c'));
  it('is the one before after the last', () => expect(neighbourOf(list, 'c')?.taskId).toBe('b'));
  it('is the first when the decided one was in another view', () =>
    expect(neighbourOf(list, 'x')?.taskId).toBe('a'));
  it('is none in an empty list', () => expect(neighbourOf([], 'a')).toBeNull());
});

describe('addresses', () => {
  it('keep view, search and task', () =>
    expect(inboxHref('due', 'paper', 'i:4')).toBe('/inbox/i%3A4?view=due&q=paper'));
  it('are short for the first view', () => expect(inboxHref('mine', '')).toBe('/inbox'));
});

describe('an AI answer', () => {
  it('is read with what it lacks left empty', () => {
    expect(readAnswer(null)).toMatchObject({ confidence: null, rationale: '', quotes: [], simulated: false });
    const answer = readAnswer({
      value: { amount: 1 },
      confidence: 0.8,
      rationale: 'Fits.',
      evidence: [{ quote: '12.480,00 EUR', field: 'amount', start: 3 }, { quote: '' }, 'plain', 7],
      simulated: true,
    });
    expect(answer.quotes).toEqual([
      { quote: '12.480,00 EUR', field: 'amount' },
      { quote: 'plain', field: null },
    ]);
    expect(answer.simulated).toBe(true);
  });
  it('marks quotes in a text without losing or doubling a character', () => {
    const text = 'Total 12.480,00 EUR, due 04.12.2026.';
    const quotes = ['04.12.2026', '12.480,00 EUR', '12.480', 'not there'].map((quote) => ({
      quote,
      field: null,
    }));
    const parts = marked(text, quotes);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.quote !== null)).toEqual([
      { text: '12.480,00 EUR', quote: 1 },
      { text: '04.12.2026', quote: 0 },
    ]);
  });
});

describe('values', () => {
  const field = (more: object) => ({ key: 'x', label: 'X', type: 'readonly' as const, ...more });
  it.each([
    [null, {}, '–'],
    [true, {}, 'Yes'],
    [12480, { currency: 'EUR' }, '€12,480.00'],
    [12480.5, {}, '12,480.5'],
    ['2026-12-04', {}, '4 Dec 2026'],
    [['laptop', 'x'], { options: [{ value: 'laptop', label: 'Laptop' }] }, 'Laptop, x'],
  ])('%s with %o reads %s', (value, more, text) => expect(valueText(value, field(more))).toBe(text));
  it('knows what needs the whole width', () => {
    expect(isLong('a\nb')).toBe(true);
    expect(isLong('short')).toBe(false);
  });
});
