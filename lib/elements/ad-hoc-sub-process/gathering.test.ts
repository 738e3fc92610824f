import { describe, expect, it } from 'vitest';
import type { Expression } from '@/engine/core/model';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { computed, fixed, outside, variable } from '@/engine/testing/expressions';
import { answers, complete, fire, play, retry, start, throwing } from '@/engine/testing/scenario';
import { timerTrigger } from '@/engine/testing/timer';
import { behaviors } from '../behaviors';

const RESULT = { gathers: { collection: 'results', element: variable('result') } };

/** An ad-hoc sub-process `P` of the steps A and B, which gathers. */
const adHoc = (
  config: object = RESULT,
  more: { outputs?: { target: string; value: Expression }[]; draw?: (p: ProcessBuilder) => unknown } = {},
) =>
  process((p) =>
    p
      .start('S')
      .sub(
        'P',
        (inner) => {
          inner.service('A').from(null).service('B').from(null);
          more.draw?.(inner);
        },
        {
          kind: 'ad-hoc-sub-process',
          type: 'adHocSubProcess',
          config: { sequential: false, cancelRemaining: true, ...config },
          ...(more.outputs ? { outputs: more.outputs } : {}),
        },
      )
      .end('E'),
  );

describe('the list of an ad-hoc sub-process', () => {
  it('has what each path gave, in the order of their ends, and leaves with it', () => {
    const player = play(adHoc(), behaviors, [start({ results: 'before' })]);
    const inside = () => player.current.activations[player.key('P')]?.variables?.results;
    expect(inside()).toEqual([]);
    complete('B', { result: 'b' })(player);
    expect([inside(), player.current.variables.results]).toEqual([['b'], 'before']);
    complete('A', { result: 'a' })(player);
    expect(player.current).toMatchObject({ status: 'completed', variables: { results: ['b', 'a'] } });
  });

  it('is empty when nothing was done', () => {
    const player = play(adHoc({ ...RESULT, activeElements: fixed([]) }), behaviors, [start()]);
    expect(player.current).toMatchObject({ status: 'completed', variables: { results: [] } });
  });

  it('stays inside where output mappings say what leaves', () => {
    const outputs = [{ target: 'all', value: variable('results') }];
    const player = play(adHoc(RESULT, { outputs }), behaviors, [
      start(),
      complete('A', { result: 1 }),
      complete('B', { result: 2 }),
    ]);
    expect(player.current.variables).toEqual({ result: 2, all: [1, 2] });
  });

  it('can decide when enough is done', () => {
    const enough = computed('count(results) >= 1', ({ results }) => (results as unknown[]).length >= 1);
    const player = play(adHoc({ ...RESULT, completionCondition: enough }), behaviors, [
      start(),
      complete('A', { result: 1 }),
    ]);
    // what was ended before its time gives nothing
    expect(player.current).toMatchObject({ status: 'completed', variables: { results: [1] } });
  });

  it('waits for outputs that are computed outside', () => {
    const asks = { gathers: { collection: 'results', element: outside('result?') } };
    const player = play(adHoc(asks), behaviors, [
      start(),
      complete('A'),
      complete('B'),
      answers('B', { 'result?': 'b' }),
      answers('A', { 'result?': 'a' }),
    ]);
    expect(player.current).toMatchObject({ status: 'completed', variables: { results: ['b', 'a'] } });
  });

  it('gets an output once it can be computed', () => {
    const fails: Expression = {
      mode: 'bounded',
      source: 'result + 1',
      evaluate: ({ variables }) =>
        typeof variables.result === 'number'
          ? { ok: true, value: variables.result + 1, missing: [] }
          : { ok: false, code: 'type', message: 'No number.' },
    };
    const player = play(adHoc({ gathers: { collection: 'results', element: fails } }), behaviors, [
      start(),
      complete('A'),
    ]);
    const [incident] = Object.values(player.current.incidents);
    expect(incident).toMatchObject({ code: 'evaluation', elementId: 'A' });
    expect(incident?.message).toContain('The output element “result + 1” of “A” failed: No number.');
    retry({ result: 1 })(player);
    complete('B')(player);
    expect(player.current.variables.results).toEqual([2, 2]);
  });

  it('has one entry for a path of several steps, and none of events beside them', () => {
    const draw = (inner: ProcessBuilder) => {
      inner.from('A').service('A2').from(null);
      inner.eventSub('H', { type: 'error', code: null }, (deep) => deep.start('h').service('U').end('hE'));
      inner.eventSub(
        'T',
        timerTrigger('duration', fixed('PT1H')),
        (deep) => deep.start('t').end('tE'),
        false,
      );
    };
    const player = play(adHoc(RESULT, { draw }), behaviors, [
      start({ result: 0 }),
      complete('A', { result: 1 }),
      complete('A2', { result: 2 }),
      fire('T'),
      throwing('B', 'E1'),
      complete('U', { result: 9 }),
    ]);
    expect(player.current).toMatchObject({ status: 'completed', variables: { results: [2] } });
  });

  it('is that of its own repetition only', () => {
    const repeated = adHoc();
    const loop = {
      type: 'multi' as const,
      sequential: false,
      cardinality: fixed(2),
      outputCollection: 'lists',
      outputElement: variable('results'),
      behavior: { of: 'all' as const },
    };
    const nodes = { ...repeated.nodes, P: { ...repeated.nodes.P!, loop } };
    const player = play({ ...repeated, nodes }, behaviors, [
      start(),
      complete('A', { result: 2 }), // the newest: of the second repetition
      complete('B', { result: 3 }),
      complete('A', { result: 1 }),
      complete('B', { result: 4 }),
    ]);
    expect(player.current).toMatchObject({
      status: 'completed',
      variables: {
        lists: [
          [1, 4],
          [2, 3],
        ],
      },
    });
  });
});
