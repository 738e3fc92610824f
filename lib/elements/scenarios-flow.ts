import { process } from '@/engine/testing/builder';
import { equals, fixed } from '@/engine/testing/expressions';
import { cancel, complete, fire, retry, type Scenario, start } from '@/engine/testing/scenario';

const linear = process((p) => p.start('S').service('A').end('E'));

/** How tokens move: gateways, splits, scopes, ends. */
export const FLOW_SCENARIOS: readonly Scenario[] = [
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
    'hands an error end event to the sub-process around it',
    process((p) =>
      p
        .start('S')
        .sub('P', (q) => q.start('s').errorEnd('e', 'E1'))
        .end('E')
        .boundaryError('B', 'P', 'E1')
        .end('L'),
    ),
    [start()],
    'instance.started +S -S +P +s -s +e error.thrown(e) -e xP +B -B +L -L instance.completed',
  ],
  [
    'fails the instance by an uncaught error end event',
    process((p) => p.start('S').parallel('F').service('A').end('E').from('F').errorEnd('X', 'E9', 'broken')),
    [start()],
    'instance.started +S -S +F -F +A work.created(A) +X error.thrown(X) -X work.cancelled(A) xA incident:uncaught-error(X) instance.failed',
  ],
  [
    'terminates its own sub-process only',
    process((p) =>
      p
        .start('S')
        .sub('P', (q) => q.start('s').parallel('f').service('a').end('e').from('f').terminate('t'))
        .end('E'),
    ),
    [start()],
    'instance.started +S -S +P +s -s +f -f +a work.created(a) +t work.cancelled(a) xa -t -P +E -E instance.completed',
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
  [
    'removes a token that waits at a join when its scope is terminated',
    process((p) =>
      p
        .start('S')
        .parallel('F')
        .task('A')
        .parallel('J')
        .end('E')
        .from('F')
        .service('B')
        .flow('B', 'J')
        .from('F')
        .timer('T', 'duration', fixed('PT1H'))
        .terminate('X'),
    ),
    [start(), fire('T')],
    'instance.started +S -S +F -F +A -A +B work.created(B) +T timer.set(T) timer.fired(T) -T +X work.cancelled(B) xB arrivals.discarded(X) -X instance.completed',
  ],
  [
    'takes the default flow beside unconditional ones when no condition is true',
    process((p) =>
      p.start('S').task('A').end('B').when(equals('x', 1)).from('A').end('C').from('A').end('D').byDefault(),
    ),
    [start({ x: 0 })],
    'instance.started +S -S +A -A +C -C +D -D instance.completed',
  ],
];
