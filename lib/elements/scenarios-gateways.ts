import type { ComplexJoin } from '@/engine/core/behavior';
import type { Executable } from '@/engine/core/model';
import type { Trigger } from '@/engine/core/triggers';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { computed, equals, fixed } from '@/engine/testing/expressions';
import { complete, fire, type Scenario, start } from '@/engine/testing/scenario';
import { begin, receive } from '@/engine/testing/scenario-steps';
import { timerTrigger } from '@/engine/testing/timer';

const inclusive = (p: ProcessBuilder, id: string) => p.node(id, 'inclusive-gateway', 'inclusiveGateway');
const complex = (p: ProcessBuilder, id: string, config: ComplexJoin = {}) =>
  p.node(id, 'complex-gateway', 'complexGateway', { config });
const events = (p: ProcessBuilder, id: string, parallel = false) =>
  p.node(id, 'event-based-gateway', 'eventBasedGateway', { config: { parallel } });
const message = (name: string): Trigger => ({
  type: 'message',
  name: fixed(name),
  correlation: { by: 'none' },
});
const hour = timerTrigger('duration', fixed('PT1H'));
const twoOf = computed('activationCount >= 2', ({ activationCount }) => Number(activationCount) >= 2);

/** Three branches with work, to a join. */
const threeTo = (p: ProcessBuilder, join: (builder: ProcessBuilder) => unknown) => {
  p.start('S').parallel('G').service('A').from('G').service('B').from('G').service('C').from(null);
  join(p);
  for (const id of ['A', 'B', 'C']) p.flow(id, 'J');
  return p.from('J').end('E');
};

/** Gateways that wait for others or for events. */
export const GATEWAY_SCENARIOS: readonly Scenario[] = [
  [
    'splits and joins as many branches as have a true condition',
    process((p) => {
      inclusive(p.start('S'), 'G').task('A').when(equals('x', 1)).from('G').task('B').when(equals('y', 1));
      p.from('G').task('C').when(equals('x', 2)).from(null);
      inclusive(p, 'J');
      return p.flow('A', 'J').flow('B', 'J').flow('C', 'J').from('J').end('E');
    }),
    [start({ x: 1, y: 1 })],
    'instance.started +S -S +G -G +A -A +B -B +J join.passed(J) -J +E -E instance.completed',
  ],
  [
    'waits at an inclusive join for a token that can still come',
    process((p) => threeTo(p, (builder) => inclusive(builder, 'J'))),
    [start(), complete('A'), complete('B'), complete('C')],
    'instance.started +S -S +G -G +A work.created(A) +B work.created(B) +C work.created(C) work.completed(A) -A work.completed(B) -B work.completed(C) -C +J join.passed(J) -J +E -E instance.completed',
  ],
  [
    'passes an inclusive join when the last token that could come ends elsewhere',
    process((p) => {
      p.start('S')
        .parallel('G')
        .service('A')
        .from('G')
        .service('B')
        .exclusive('X')
        .end('F')
        .byDefault()
        .from(null);
      inclusive(p, 'J');
      return p.flow('A', 'J').flow('X', 'J', equals('x', 1)).from('J').end('E');
    }),
    [start({ x: 0 }), complete('A'), complete('B')],
    'instance.started +S -S +G -G +A work.created(A) +B work.created(B) work.completed(A) -A work.completed(B) -B +X -X +F -F +J join.passed(J) -J +E -E instance.completed',
  ],
  [
    'waits at an inclusive join for an activity whose boundary event came there first',
    process((p) => {
      p.start('S').service('A').from(null);
      inclusive(p, 'J').end('E');
      return p.flow('A', 'J').boundaryTimer('T', 'A', fixed('PT1H'), false).flow('T', 'J');
    }),
    [start(), fire('T'), complete('A')],
    'instance.started +S -S +A work.created(A) boundary.attached(T) timer.set(T) timer.fired(T) boundary.detached(T) +T -T work.completed(A) -A +J join.passed(J) -J +E -E instance.completed',
  ],
  [
    'goes on at a complex join when its condition holds, once',
    process((p) => threeTo(p, (builder) => complex(builder, 'J', { activationCondition: twoOf }))),
    [start(), complete('A'), complete('B'), complete('C')],
    'instance.started +S -S +G -G +A work.created(A) +B work.created(B) +C work.created(C) work.completed(A) -A +J behavior.noted(J) work.completed(B) -B join.passed(J) behavior.noted(J) behavior.noted(J) +E -E work.completed(C) -C join.passed(J) behavior.noted(J) -J instance.completed',
  ],
  [
    'looks at its conditions again when a complex join resets',
    process((p) =>
      threeTo(p, (builder) => complex(builder, 'J', { activationCondition: twoOf }))
        .from('J')
        .task('Late')
        .when(equals('waitingForStart', false))
        .from('J')
        .task('Never')
        .when(equals('activationCount', 3)),
    ),
    [start(), complete('A'), complete('B'), complete('C')],
    'instance.started +S -S +G -G +A work.created(A) +B work.created(B) +C work.created(C) work.completed(A) -A +J behavior.noted(J) work.completed(B) -B join.passed(J) behavior.noted(J) behavior.noted(J) +E -E work.completed(C) -C join.passed(J) behavior.noted(J) -J +Late -Late instance.completed',
  ],
  [
    'takes the default flow of a complex join each time that no condition holds',
    process((p) =>
      threeTo(p, (builder) => complex(builder, 'J', { activationCondition: twoOf }))
        .from('J')
        .task('One')
        .when(equals('activationCount', 1))
        .from('J')
        .task('Other')
        .byDefault(),
    ),
    [start(), complete('A'), complete('B'), complete('C')],
    'instance.started +S -S +G -G +A work.created(A) +B work.created(B) +C work.created(C) work.completed(A) -A +J behavior.noted(J) work.completed(B) -B join.passed(J) behavior.noted(J) behavior.noted(J) +E -E +Other -Other work.completed(C) -C join.passed(J) behavior.noted(J) -J +One -One instance.completed',
  ],
  [
    'waits at a complex join without a condition for all that can come',
    process((p) => threeTo(p, (builder) => complex(builder, 'J'))),
    [start(), complete('A'), complete('B'), complete('C')],
    'instance.started +S -S +G -G +A work.created(A) +B work.created(B) +C work.created(C) work.completed(A) -A +J behavior.noted(J) work.completed(B) -B join.passed(J) behavior.noted(J) work.completed(C) -C join.passed(J) behavior.noted(J) -J +E -E instance.completed',
  ],
  [
    'takes the first event after an event-based gateway',
    process((p) =>
      events(p.start('S'), 'G').catch('M', message('paid')).end('E').from('G').catch('T', hour).end('F'),
    ),
    [start(), receive('M')],
    'instance.started +S -S +G listener.attached(M) listener.attached(T) message.awaited(M) timer.set(T) message.received(M) listener.detached(M) timer.cancelled(T) listener.detached(T) -G +M -M +E -E instance.completed',
  ],
  [
    'takes the timer after an event-based gateway when nothing else comes',
    process((p) =>
      events(p.start('S'), 'G').catch('M', message('paid')).end('E').from('G').catch('T', hour).end('F'),
    ),
    [start(), fire('T')],
    'instance.started +S -S +G listener.attached(M) listener.attached(T) message.awaited(M) timer.set(T) timer.fired(T) message.forgone(M) listener.detached(M) listener.detached(T) -G +T -T +F -F instance.completed',
  ],
  [
    'begins with the first event of an event-based gateway',
    instantiating(false),
    [begin('N', { index: 0, message: { messageId: 'm1', name: 'sent' } })],
    'instance.started +G -G +N message.received(N) -N +F -F instance.completed',
  ],
  [
    'begins with one event of a parallel event-based gateway and waits for the others',
    instantiating(true),
    [begin('N', { index: 0, message: { messageId: 'm1', name: 'sent' } }), receive('M')],
    'instance.started +G listener.attached(M) message.awaited(M) +N message.received(N) -N +F -F message.received(M) listener.detached(M) -G +M -M +E -E instance.completed',
  ],
];

/** A process that an event-based gateway begins. */
function instantiating(parallel: boolean): Executable {
  const drawn = process((p) =>
    events(p.from(null), 'G', parallel)
      .catch('M', message('paid'))
      .end('E')
      .from('G')
      .catch('N', message('sent'))
      .end('F'),
  );
  return { ...drawn, startNodes: [], triggeredStarts: ['M', 'N'] };
}
