import type { Correlation, Throw, Trigger } from '@/engine/core/triggers';
import { process } from '@/engine/testing/builder';
import { equals, fixed, variable } from '@/engine/testing/expressions';
import { complete, fire, type Scenario, start, throwing } from '@/engine/testing/scenario';
import { begin, change, receive } from '@/engine/testing/scenario-steps';
import { timerTrigger } from '@/engine/testing/timer';

const byKey: Correlation = { by: 'key', key: variable('order') };
const message = (name: string, correlation: Correlation = { by: 'none' }): Trigger => ({
  type: 'message',
  name: fixed(name),
  correlation,
});
const byKnownKey: Correlation = { by: 'key', key: variable('id'), ifKnown: true };
const sends = (name: string, correlation: Correlation = { by: 'none' }): Throw => ({
  type: 'message',
  name: fixed(name),
  correlation,
  timeToLive: null,
});
const signal = (name: string) => ({ type: 'signal' as const, name: fixed(name) });
const escalates: Throw = { type: 'escalation', code: fixed('late') };
const late: Trigger = { type: 'escalation', code: 'late' };
const isOne: Trigger = { type: 'condition', condition: equals('x', 1) };
const anyError: Trigger = { type: 'error', code: null, codeVariable: 'code' };

/** What events wait for and throw: in the flow, on borders, in event sub-processes, at the beginning and the end. */
export const EVENT_SCENARIOS: readonly Scenario[] = [
  [
    'waits for a message of its key',
    process((p) => p.start('S').catch('M', message('paid', byKey)).end('E')),
    [start({ order: '7' }), receive('M', { sum: 3 })],
    'instance.started +S -S +M message.awaited(M) message.received(M) -M +E -E instance.completed',
  ],
  [
    'waits for a message in a receive task',
    process((p) =>
      p
        .start('S')
        .node('R', 'receive-task', 'receiveTask', { more: { triggers: [message('paid')] } })
        .end('E'),
    ),
    [start(), receive('R')],
    'instance.started +S -S +R message.awaited(R) message.received(R) -R +E -E instance.completed',
  ],
  [
    'sends a message from a throw event and from an end',
    process((p) => p.start('S').throw('M', sends('paid', byKey)).end('E', sends('done'))),
    [start({ order: '7' })],
    'instance.started +S -S +M message.sent(M) -M +E message.sent(E) -E instance.completed',
  ],
  [
    'begins with a message',
    process((p) =>
      p
        .start('S')
        .set('S', { triggers: [message('paid')] })
        .task('A')
        .end('E'),
    ),
    [begin('S', { index: 0, message: { messageId: 'm1', name: 'paid' } }, { sum: 3 })],
    'instance.started +S message.received(S) -S +A -A +E -E instance.completed',
  ],
  [
    'begins when both triggers of its start have come',
    process((p) =>
      p
        .start('S')
        .set('S', { triggers: [message('paid'), signal('open')], parallelMultiple: true })
        .task('A')
        .end('E'),
    ),
    [begin('S', { index: 1, signal: 'open' }), receive('S')],
    'instance.started +S signal.received(S) listener.attached(S) message.awaited(S) message.received(S) listener.detached(S) -S +A -A +E -E instance.completed',
  ],
  [
    'waits by its key for the other message of its start',
    process((p) =>
      p
        .start('S')
        .set('S', {
          triggers: [message('paid', byKnownKey), message('sent', byKnownKey)],
          parallelMultiple: true,
        })
        .end('E'),
    ),
    [begin('S', { index: 0, message: { messageId: 'm1', name: 'paid' } }, { id: 7 }), receive('S')],
    'instance.started +S message.received(S) listener.attached(S) message.awaited(S) message.received(S) listener.detached(S) -S +E -E instance.completed',
  ],
  [
    'waits for a signal',
    process((p) => p.start('S').catch('C', signal('open')).end('E')),
    [start(), receive('C')],
    'instance.started +S -S +C signal.awaited(C) signal.received(C) -C +E -E instance.completed',
  ],
  [
    'reaches its own branches with a signal it throws',
    process((p) =>
      p
        .start('S')
        .parallel('G')
        .catch('C', signal('open'))
        .end('D')
        .from('G')
        .throw('X', signal('open'))
        .end('E'),
    ),
    [start()],
    'instance.started +S -S +G -G +C signal.awaited(C) +X signal.sent(X) signal.received(C) -C +D -D -X +E -E instance.completed',
  ],
  [
    'interrupts an activity on a message and forgets the signal beside it',
    process((p) =>
      p
        .start('S')
        .service('A')
        .end('E')
        .boundary('M', 'A', message('stop'))
        .end('N')
        .boundary('C', 'A', signal('go'), false)
        .end('O'),
    ),
    [start(), receive('C'), receive('M')],
    'instance.started +S -S +A work.created(A) boundary.attached(M) boundary.attached(C) message.awaited(M) signal.awaited(C) signal.received(C) boundary.attached(C) signal.awaited(C) boundary.detached(C) +C -C +O -O message.received(M) boundary.detached(M) signal.forgone(C) boundary.detached(C) work.cancelled(A) xA +M -M +N -N instance.completed',
  ],
  [
    'listens on beside an activity as often as its timer says',
    process((p) =>
      p.start('S').service('A').end('E').boundaryTimer('T', 'A', fixed('R2/PT1H'), false, 'cycle').end('N'),
    ),
    [start(), fire('T'), fire('T'), complete('A')],
    'instance.started +S -S +A work.created(A) boundary.attached(T) behavior.noted(T) timer.set(T) timer.fired(T) boundary.attached(T) timer.set(T) boundary.detached(T) +T -T +N -N timer.fired(T) boundary.detached(T) +T -T +N -N work.completed(A) -A +E -E instance.completed',
  ],
  [
    'meets a condition when it becomes true',
    process((p) => p.start('S').catch('C', isOne).end('E')),
    [start({ x: 0 }), change({ x: 2 }), change({ x: 1 })],
    'instance.started +S -S +C condition.awaited(C) condition.met(C) -C +E -E instance.completed',
  ],
  [
    'meets a condition beside an activity each time it becomes true again',
    process((p) => p.start('S').service('A').end('E').boundary('C', 'A', isOne, false).end('N')),
    [start({ x: 0 }), change({ x: 1 }), change({ x: 0 }), change({ x: 1 }), complete('A')],
    'instance.started +S -S +A work.created(A) boundary.attached(C) condition.awaited(C) condition.met(C) boundary.attached(C) condition.awaited(C) boundary.detached(C) +C -C +N -N condition.changed(C) condition.met(C) boundary.attached(C) condition.awaited(C) boundary.detached(C) +C -C +N -N work.completed(A) condition.forgone(C) boundary.detached(C) -A +E -E instance.completed',
  ],
  [
    'forgets a condition that was not met',
    process((p) => p.start('S').service('A').end('E').boundary('C', 'A', isOne).end('N')),
    [start({ x: 0 }), complete('A')],
    'instance.started +S -S +A work.created(A) boundary.attached(C) condition.awaited(C) work.completed(A) condition.forgone(C) boundary.detached(C) -A +E -E instance.completed',
  ],
  [
    'takes the first of several triggers',
    process((p) =>
      p
        .start('S')
        .catch('C', signal('open'), message('paid'), timerTrigger('duration', fixed('PT1H')))
        .end('E'),
    ),
    [start(), fire('C')],
    'instance.started +S -S +C listener.attached(C) listener.attached(C) listener.attached(C) signal.awaited(C) message.awaited(C) timer.set(C) timer.fired(C) signal.forgone(C) listener.detached(C) message.forgone(C) listener.detached(C) listener.detached(C) -C +E -E instance.completed',
  ],
  [
    'waits for all of several triggers',
    process((p) =>
      p.start('S').catch('C', signal('open'), message('paid')).set('C', { parallelMultiple: true }).end('E'),
    ),
    [start(), receive('C'), receive('C')],
    'instance.started +S -S +C listener.attached(C) listener.attached(C) signal.awaited(C) message.awaited(C) message.received(C) listener.detached(C) signal.received(C) listener.detached(C) -C +E -E instance.completed',
  ],
  [
    'goes on at the link of its name',
    process((p) =>
      p
        .start('S')
        .throw('X', { type: 'link', targets: ['Y'] })
        .from(null)
        .catch('Y')
        .end('E'),
    ),
    [start()],
    'instance.started +S -S +X -X +Y -Y +E -E instance.completed',
  ],
  [
    'escalates out of a sub-process that goes on',
    process((p) =>
      p
        .start('S')
        .sub('P', (inner) => inner.start('I').throw('X', escalates).task('A').end('J'))
        .end('E')
        .boundary('B', 'P', late, false)
        .end('N'),
    ),
    [start()],
    'instance.started +S -S +P +I -I +X escalation.thrown(X) +B -X -B +A -A +N -N +J -J -P +E -E instance.completed',
  ],
  [
    'ends a sub-process by the escalation of its end',
    process((p) =>
      p
        .start('S')
        .sub('P', (inner) => inner.start('I').end('X', escalates))
        .end('E')
        .boundary('B', 'P', late)
        .end('N'),
    ),
    [start()],
    'instance.started +S -S +P +I -I +X escalation.thrown(X) xX xP +B -B +N -N instance.completed',
  ],
  [
    'escalates to nobody',
    process((p) => p.start('S').throw('X', escalates).end('E')),
    [start()],
    'instance.started +S -S +X escalation.thrown(X) -X +E -E instance.completed',
  ],
  [
    'interrupts a scope by its event sub-process',
    process((p) =>
      p
        .start('S')
        .sub('P', (inner) =>
          inner
            .start('I')
            .service('A')
            .end('J')
            .eventSub('H', signal('stop'), (handler) => handler.start('K').task('B').end('L')),
        )
        .end('E'),
    ),
    [start(), receive('H')],
    'instance.started +S -S +P listener.attached(H) signal.awaited(H) +I -I +A work.created(A) signal.received(H) listener.detached(H) work.cancelled(A) xA +H +K -K +B -B +L -L -H -P +E -E instance.completed',
  ],
  [
    'runs an event sub-process beside its scope, twice',
    process((p) =>
      p
        .start('S')
        .service('A')
        .end('E')
        .eventSub('H', message('news'), (handler) => handler.start('K').task('B').end('L'), false),
    ),
    [start(), receive('H'), receive('H'), complete('A')],
    'instance.started listener.attached(H) message.awaited(H) +S -S +A work.created(A) message.received(H) listener.attached(H) message.awaited(H) listener.detached(H) +H +K -K +B -B +L -L -H message.received(H) listener.attached(H) message.awaited(H) listener.detached(H) +H +K -K +B -B +L -L -H work.completed(A) -A +E -E message.forgone(H) listener.detached(H) instance.completed',
  ],
  [
    'catches an error in an event sub-process and tells its code',
    process((p) =>
      p
        .start('S')
        .sub('P', (inner) =>
          inner
            .start('I')
            .service('A')
            .end('J')
            .eventSub('H', anyError, (handler) => handler.start('K').end('L')),
        )
        .end('E'),
    ),
    [start(), throwing('A', 'BROKEN')],
    'instance.started +S -S +P +I -I +A work.created(A) work.cancelled(A) error.thrown(A) xA +H +K -K +L -L -H -P +E -E instance.completed',
  ],
  [
    'begins an event sub-process by a timer and ends with the process',
    process((p) =>
      p
        .start('S')
        .service('A')
        .end('E')
        .eventSub(
          'H',
          timerTrigger('duration', fixed('PT1H')),
          (handler) => handler.start('K').service('B').end('L'),
          false,
        ),
    ),
    [start(), fire('H'), complete('A'), complete('B')],
    'instance.started listener.attached(H) timer.set(H) +S -S +A work.created(A) timer.fired(H) listener.detached(H) +H +K -K +B work.created(B) work.completed(A) -A +E -E work.completed(B) -B +L -L -H instance.completed',
  ],
];
