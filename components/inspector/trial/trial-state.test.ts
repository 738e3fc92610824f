import { describe, expect, it } from 'vitest';
import { heard, NO_TRIAL, type Trial } from './trial-state';

const hearing = (...messages: [string, unknown][]) =>
  messages.reduce((state, [event, data]) => heard(state, { event, data }), { ...NO_TRIAL, running: true });

const TRIAL: Trial = {
  ok: false,
  code: 'answer-invalid',
  message: 'No.',
  schemaOk: false,
  problems: ['bad'],
  answers: [],
};

describe('a trial that is listened to', () => {
  it('gathers the text of one answer', () => {
    expect(hearing(['text', { text: '{"a"' }], ['text', { text: ':1}' }]).texts).toEqual([
      { text: '{"a":1}', problems: null },
    ]);
  });

  it('begins a new answer behind one that was judged, and keeps what was wrong', () => {
    const state = hearing(
      ['text', { text: 'x' }],
      ['checked', { problems: ['bad'] }],
      ['text', { text: 'y' }],
    );
    expect(state).toMatchObject({
      running: true,
      texts: [
        { text: 'x', problems: ['bad'] },
        { text: 'y', problems: null },
      ],
    });
  });

  it('tells why a model of the chain broke off, and begins anew with the next', () => {
    const state = hearing(
      ['text', { text: 'x' }],
      ['passed-on', { provider: 'A', model: 'a', message: 'A failed.' }],
      ['passed-on', { provider: 'B', model: 'b', message: 'B wrote nothing.' }],
      ['text', { text: 'y' }],
    );
    expect(state.passed.map(({ provider }) => provider)).toEqual(['A', 'B']);
    expect(state.texts).toEqual([
      { text: 'x', problems: ['A failed.'] },
      { text: 'y', problems: null },
    ]);
  });

  it('ends with the answer, whose texts win', () => {
    const answers = [{ text: 'z', problems: ['bad'] }];
    const state = hearing(['text', { text: 'x' }], ['answer', { ...TRIAL, answers }]);
    expect(state).toMatchObject({ running: false, trial: { code: 'answer-invalid' }, texts: answers });
    expect(hearing(['text', { text: 'x' }], ['answer', TRIAL]).texts).toEqual([
      { text: 'x', problems: null },
    ]);
  });

  it('ends with a problem on the way', () => {
    expect(hearing(['text', { text: 'x' }], ['problem', { detail: 'Gone.' }])).toMatchObject({
      running: false,
      refused: 'Gone.',
      trial: null,
    });
  });

  it('is not disturbed by what it does not know, or by a verdict without text', () => {
    expect(hearing(['other', {}])).toEqual({ ...NO_TRIAL, running: true });
    expect(hearing(['checked', { problems: ['empty'] }]).texts).toEqual([{ text: '', problems: ['empty'] }]);
  });
});
