import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { process } from '@/engine/testing/builder';
import { computed, equals, fixed, variable } from '@/engine/testing/expressions';
import { fileOf } from '@/engine/testing/golden';
import {
  ANNA,
  BEN,
  claim,
  complete,
  decide,
  play,
  retry,
  scenario,
  start,
  throwing,
} from '@/engine/testing/scenario';
import { behaviors } from './behaviors';
import { SCENARIOS } from './scenarios';

const linear = process((p) => p.start('S').service('A').end('E'));

describe('scenarios', () => {
  it('have a golden history each', () => {
    const folder = new URL('../../engine/testing/histories/', import.meta.url);
    const recorded = new Set(readdirSync(folder));
    const missing = SCENARIOS.filter(([title]) => !recorded.has(fileOf(title)));
    expect(missing.map(([title]) => title)).toEqual([]);
  });

  it.each(SCENARIOS)('%s', (_title, executable, steps, trace) => {
    expect(scenario(executable, behaviors, steps)).toBe(trace);
  });

  it('stops an endless loop, and each retry runs on from there', () => {
    const more = computed('x + 1', ({ x }) => Number(x) + 1);
    const loop = process((p) =>
      p
        .start('S')
        .exclusive('X')
        .script('A', 'x', more)
        .exclusive('Y')
        .flow('Y', 'X')
        .byDefault()
        .from('Y')
        .end('E')
        .when(equals('x', 2000)),
    );
    const player = play(loop, behaviors, [start({ x: 0 })]);
    expect(Object.values(player.current.incidents)).toMatchObject([{ code: 'step-limit' }]);
    for (let tries = 0; tries < 3 && player.current.status === 'running'; tries += 1) retry()(player);
    expect(player.current).toMatchObject({ status: 'completed', variables: { x: 2000 } });
  });

  it('names the missing variable, the condition and the element', () => {
    const gate = process((p) => p.start('S').exclusive('X').end('A').when(equals('amount', 1)));
    const [incident] = Object.values(play(gate, behaviors, [start()]).current.incidents);
    expect(incident).toMatchObject({ code: 'evaluation', elementId: 'X' });
    expect(incident?.message).toMatch(/amount = 1.*X.*needs the variable “amount”, which does not exist/);
  });

  it('keeps deciders apart by the rule of four eyes', () => {
    const two = process((p) =>
      p
        .start('S')
        .user('First')
        .approval('Second', { notDoneBy: ['First'], notInitiator: true })
        .end('E'),
    );
    const player = play(two, behaviors, [start({}, ANNA), decide('First', null, { by: BEN })]);
    expect(decide('Second', 'approve', { by: BEN })(player)).toMatchObject({
      code: 'four-eyes',
      message: 'Four eyes: whoever completed “First” may not decide “Second”.',
    });
    expect(decide('Second', 'approve', { by: ANNA })(player)).toMatchObject({
      code: 'four-eyes',
      path: 'notInitiator',
    });
    expect(claim('Second', ANNA)(player)).toMatchObject({ code: 'four-eyes' });
  });

  it('writes a decision with who, when and why', () => {
    const one = process((p) => p.start('S').approval('U').service('A').end('E'));
    const player = play(one, behaviors, [start(), decide('U', 'reject', { comment: 'too dear' })]);
    expect(player.current.variables.decision).toEqual({
      outcome: 'reject',
      comment: 'too dear',
      by: 'ben',
      byName: 'Ben',
      at: '2026-01-01T00:00:00.000Z',
    });
    expect(player.current.doneBy).toEqual({ U: ['ben'] });
  });
});

describe('errors', () => {
  it('bring their code and variables to the event that catches them', () => {
    const caught = process((p) =>
      p
        .start('S')
        .service('A')
        .end('E')
        .boundaryError('B', 'A', null, { codeVariable: 'code', messageVariable: 'text' })
        .service('L')
        .end('F'),
    );
    const player = play(caught, behaviors, [start(), throwing('A', 'E1', { detail: 4 })]);
    expect(player.current.variables).toEqual({ detail: 4, code: 'E1', text: '' });
  });
});

describe('variables', () => {
  const mapped = (outputs: boolean) =>
    process((p) =>
      p
        .start('S')
        .service('A', {
          inputs: [{ target: 'order.id', value: variable('n') }],
          ...(outputs ? { outputs: [{ target: 'kept.total', value: variable('total') }] } : {}),
        })
        .service('B')
        .end('E'),
    );

  it('stay local when they come from input mappings', () => {
    const player = play(mapped(false), behaviors, [start({ n: 7 }), complete('A', { total: 9, order: 1 })]);
    expect(player.current.variables).toEqual({ n: 7, total: 9 });
  });
  it('are propagated by output mappings only, when there are any', () => {
    const player = play(mapped(true), behaviors, [
      start({ n: 7, kept: { a: 1 } }),
      complete('A', { total: 9, other: 1 }),
    ]);
    expect(player.current.variables).toEqual({ n: 7, kept: { a: 1, total: 9 } });
  });
  it('say in which state a step leaves its data, and keep nothing else back', () => {
    const states = { dataStates: { InvoiceState: 'approved' } };
    const plain = process((p) => p.start('S').service('A').set('A', states).end('E'));
    const player = play(plain, behaviors, [start({ n: 1 }), complete('A', { total: 9 })]);
    expect(player.current.variables).toEqual({ n: 1, total: 9, InvoiceState: 'approved' });
    const loop = { type: 'multi' as const, sequential: true, behavior: { of: 'all' as const } };
    const repeated = process((p) =>
      p
        .start('S')
        .service('A')
        .set('A', { ...states, loop: { ...loop, cardinality: fixed(2) } })
        .end('E'),
    );
    const twice = play(repeated, behaviors, [start(), complete('A')]);
    expect(twice.current.variables).toEqual({});
    complete('A')(twice);
    expect(twice.current.variables).toEqual({ InvoiceState: 'approved' });
  });
  it('reach the nearest scope that declares them', () => {
    const nested = process((p) =>
      p
        .start('S')
        .sub(
          'P',
          (q) => q.start('s').script('a', 'x', fixed(2)).script('b', 'y', fixed(3)).service('c').end('e'),
          {
            inputs: [{ target: 'x', value: fixed(1) }],
          },
        )
        .end('E'),
    );
    const player = play(nested, behaviors, [start()]);
    expect(player.current.variables).toEqual({ y: 3 });
    expect(player.current.activations[player.key('P')]?.variables).toEqual({ x: 2 });
  });
  it('of more than 1 MB from a step are an incident and leave what was there', () => {
    const big = 'x'.repeat(1_100_000);
    const script = process((p) =>
      p
        .start('S')
        .script(
          'A',
          'x',
          computed('big', () => big),
        )
        .end('E'),
    );
    const player = play(script, behaviors, [start({ kept: 1 })]);
    expect(Object.values(player.current.incidents)[0]?.message).toMatch(/1\.05 MB; at most 1 MB/);
    expect(player.current.variables).toEqual({ kept: 1 });
    const work = play(linear, behaviors, [start(), complete('A', { big })]);
    expect(Object.values(work.current.incidents)).toMatchObject([{ code: 'work-exhausted' }]);
  });
  it('are unharmed by names that mean something to JavaScript', () => {
    const odd = JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3}');
    const player = play(linear, behaviors, [start(odd), complete('A', odd)]);
    expect(JSON.stringify(player.current.variables)).toBe(JSON.stringify(odd));
  });
});
