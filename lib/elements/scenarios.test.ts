import { describe, expect, it } from 'vitest';
import type { Executable } from '@/engine/core/model';
import { process } from '@/engine/testing/builder';
import { computed, equals, fixed, outside, variable } from '@/engine/testing/expressions';
import {
  ANNA,
  answers,
  BEN,
  cancel,
  claim,
  complete,
  decide,
  failWork,
  fire,
  play,
  retry,
  scenario,
  start,
  throwing,
} from '@/engine/testing/scenario';
import { behaviors } from './behaviors';

type Row = [title: string, executable: Executable, steps: Parameters<typeof play>[2], trace: string];

const linear = process((p) => p.start('S').service('A').end('E'));

const rows: Row[] = [
  [
    'passes tasks and ends',
    process((p) => p.start('S').task('T').end('E')),
    [start()],
    'instance.started +S -S +T -T +E -E instance.completed',
  ],
  [
    'takes the first true condition of an exclusive gateway',
    process((p) =>
      p.start('S').exclusive('X').end('A').when(equals('x', 1)).from('X').end('B').when(equals('x', 1)),
    ),
    [start({ x: 1 })],
    'instance.started +S -S +X -X +A -A instance.completed',
  ],
  [
    'takes the default flow when no condition is true',
    process((p) => p.start('S').exclusive('X').end('A').byDefault().from('X').end('B').when(equals('x', 1))),
    [start({ x: 2 })],
    'instance.started +S -S +X -X +A -A instance.completed',
  ],
  [
    'joins one token of each incoming flow',
    process((p) =>
      p.start('S').parallel('F').service('A').parallel('J').end('E').from('F').service('B').flow('B', 'J'),
    ),
    [start(), complete('B'), complete('A')],
    'instance.started +S -S +F -F +A work.created(A) +B work.created(B) work.completed(B) -B work.completed(A) -A +J join.passed(J) -J +E -E instance.completed',
  ],
  [
    'splits out of an activity by conditions and merges implicitly',
    process((p) =>
      p
        .start('S')
        .task('A')
        .task('B')
        .when(equals('x', 1))
        .task('M')
        .end('E')
        .from('A')
        .task('C')
        .when(equals('x', 1))
        .flow('C', 'M'),
    ),
    [start({ x: 1 })],
    'instance.started +S -S +A -A +B -B +C -C +M -M +M -M +E -E +E -E instance.completed',
  ],
  [
    'takes the default flow out of an activity when no other is taken',
    process((p) => p.start('S').task('A').end('B').when(equals('x', 1)).from('A').end('C').byDefault()),
    [start({ x: 0 })],
    'instance.started +S -S +A -A +C -C instance.completed',
  ],
  [
    'completes a sub-process when everything inside has ended',
    process((p) =>
      p
        .start('S')
        .sub('P', (q) => q.start('s').service('a').end('e'))
        .end('E'),
    ),
    [start(), complete('a')],
    'instance.started +S -S +P +s -s +a work.created(a) work.completed(a) -a +e -e -P +E -E instance.completed',
  ],
  [
    'waits for a timer',
    process((p) => p.start('S').timer('T', 'duration', fixed('PT1H')).end('E')),
    [start(), fire('T')],
    'instance.started +S -S +T timer.set(T) timer.fired(T) -T +E -E instance.completed',
  ],
  [
    'interrupts an activity by a timer and withdraws its work',
    process((p) => p.start('S').service('A').end('E').boundaryTimer('T', 'A', fixed('PT1H')).end('L')),
    [start(), fire('T')],
    'instance.started +S -S +A work.created(A) boundary.attached(T) timer.set(T) timer.fired(T) boundary.detached(T) work.cancelled(A) xA +T -T +L -L instance.completed',
  ],
  [
    'fires a cycle beside the activity as often as it says',
    process((p) =>
      p.start('S').service('A').end('E').boundaryTimer('T', 'A', fixed('R2/PT1H'), false, 'cycle').end('L'),
    ),
    [start(), fire('T'), fire('T'), complete('A')],
    'instance.started +S -S +A work.created(A) boundary.attached(T) behavior.noted(T) timer.set(T) timer.fired(T) boundary.attached(T) timer.set(T) boundary.detached(T) +T -T +L -L timer.fired(T) boundary.detached(T) +T -T +L -L work.completed(A) -A +E -E instance.completed',
  ],
  [
    'withdraws a boundary timer when its activity is done',
    process((p) => p.start('S').service('A').end('E').boundaryTimer('T', 'A', fixed('PT1H')).end('L')),
    [start(), complete('A')],
    'instance.started +S -S +A work.created(A) boundary.attached(T) timer.set(T) work.completed(A) timer.cancelled(T) boundary.detached(T) -A +E -E instance.completed',
  ],
  [
    'catches an error of work by its code before a catch-all',
    process((p) =>
      p
        .start('S')
        .service('A')
        .end('E')
        .boundaryError('All', 'A', null)
        .end('L1')
        .boundaryError('Code', 'A', 'E1')
        .end('L2'),
    ),
    [start(), throwing('A', 'E1')],
    'instance.started +S -S +A work.created(A) work.cancelled(A) error.thrown(A) xA +Code -Code +L2 -L2 instance.completed',
  ],
  [
    'hands an error end event to the sub-process around it',
    process((p) =>
      p
        .start('S')
        .sub('P', (q) => q.start('s').end('e', { trigger: 'error', errorCode: 'E1', message: '' }))
        .end('E')
        .boundaryError('B', 'P', 'E1')
        .end('L'),
    ),
    [start()],
    'instance.started +S -S +P +s -s +e error.thrown(e) -e xP +B -B +L -L instance.completed',
  ],
  [
    'fails the instance by an uncaught error end event',
    process((p) =>
      p
        .start('S')
        .parallel('F')
        .service('A')
        .end('E')
        .from('F')
        .end('X', { trigger: 'error', errorCode: 'E9', message: 'broken' }),
    ),
    [start()],
    'instance.started +S -S +F -F +A work.created(A) +X error.thrown(X) -X work.cancelled(A) xA incident:uncaught-error(X) instance.failed',
  ],
  [
    'terminates its own sub-process only',
    process((p) =>
      p
        .start('S')
        .sub('P', (q) =>
          q.start('s').parallel('f').service('a').end('e').from('f').end('t', { trigger: 'terminate' }),
        )
        .end('E'),
    ),
    [start()],
    'instance.started +S -S +P +s -s +f -f +a work.created(a) +t work.cancelled(a) xa -t -P +E -E instance.completed',
  ],
  [
    'opens a task and goes on when it is done',
    process((p) => p.start('S').user('U').end('E')),
    [start(), claim('U'), decide('U', null)],
    'instance.started +S -S +U task.opened(U) task.claimed(U) task.completed(U) -U +E -E instance.completed',
  ],
  [
    'skips an approval that is not required',
    process((p) =>
      p
        .start('S')
        .approval('U', { requiredIf: equals('x', 1) })
        .end('E'),
    ),
    [start({ x: 2 })],
    'instance.started +S -S +U task.skipped(U) -U +E -E instance.completed',
  ],
  [
    'retries work until it succeeds',
    linear,
    [start(), failWork('A', 'down', '2026-01-01T00:01:00.000Z'), complete('A')],
    'instance.started +S -S +A work.created(A) work.failed(A) work.completed(A) -A +E -E instance.completed',
  ],
  [
    'parks work that failed for good and asks for it again on retry',
    linear,
    [start(), failWork('A'), retry(), complete('A')],
    'instance.started +S -S +A work.created(A) work.failed(A) incident:work-exhausted(A) incident.resolved(A) work.created(A) work.completed(A) -A +E -E instance.completed',
  ],
  [
    'parks work whose error nobody catches, retryable',
    linear,
    [start(), throwing('A', 'E7'), retry(), complete('A')],
    'instance.started +S -S +A work.created(A) work.cancelled(A) error.thrown(A) incident:work-exhausted(A) incident.resolved(A) work.created(A) work.completed(A) -A +E -E instance.completed',
  ],
  [
    'asks outside for an unbounded expression and runs the phase again',
    process((p) => p.start('S').script('A', 'x', outside('for …')).end('E')),
    [start(), answers('A', { 'for …': 3 })],
    'instance.started +S -S +A work.created(A) expressions.answered(A) -A +E -E instance.completed',
  ],
  [
    'reports a join that can never be passed',
    process((p) =>
      p
        .start('S')
        .exclusive('X')
        .task('A')
        .when(equals('x', 1))
        .parallel('J')
        .end('E')
        .from('X')
        .task('B')
        .byDefault()
        .flow('B', 'J'),
    ),
    [start({ x: 1 })],
    'instance.started +S -S +X -X +A -A incident:deadlock(J)',
  ],
  [
    'parks where no flow matches and goes on after a repair',
    process((p) => p.start('S').exclusive('X').end('A').when(equals('x', 1))),
    [start({ x: 2 }), retry({ x: 1 })],
    'instance.started +S -S +X incident:no-flow-matched(X) incident.resolved(X) -X +A -A instance.completed',
  ],
  [
    'says that an element cannot be executed yet',
    process((p) =>
      p.start('S').node('C', 'unsupported', 'complexGateway', { config: { what: 'complex gateway' } }),
    ),
    [start()],
    'instance.started +S -S +C incident:not-implemented(C)',
  ],
  [
    'cancels everything',
    linear,
    [start(), cancel()],
    'instance.started +S -S +A work.created(A) work.cancelled(A) xA instance.terminated',
  ],
];

describe('scenarios', () => {
  it.each(rows)('%s', (_title, executable, steps, trace) => {
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
    expect(decide('Second', 'approve', { by: ANNA })(player)).toMatchObject({ code: 'four-eyes' });
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
