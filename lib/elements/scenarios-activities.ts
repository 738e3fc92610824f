import type { MultiInstance } from '@/engine/core/loop-model';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { computed, equals, fixed, variable } from '@/engine/testing/expressions';
import { cancel, complete, retry, type Scenario, start } from '@/engine/testing/scenario';
import { choose, escalated, failed, returned } from '@/engine/testing/scenario-steps';

const signal = { type: 'signal' as const, name: fixed('one done') };
const multi = (more: Partial<MultiInstance>): { loop: MultiInstance } => ({
  loop: { type: 'multi', sequential: false, behavior: { of: 'all' }, ...more },
});
const call = (p: ProcessBuilder, id: string) =>
  p.node(id, 'call-activity', 'callActivity', {
    config: {
      processKey: fixed('Other'),
      binding: { type: 'latest' },
      allParentVariables: true,
      allChildVariables: true,
    },
  });

const undo = (activity: string | null, wait = true): Throw => ({ type: 'compensation', activity, wait });
const compensation: Trigger = { type: 'compensation' };

/** A service task and the task that undoes it: `A` is undone by `uA`. */
const undoable = (p: ProcessBuilder, id: string, by: 'task' | 'service' = 'task') => {
  p.service(id).set(id, { compensation: { activity: `u${id}` } });
  const { at } = p;
  p.boundary(`b${id}`, id, compensation).from(null)[by](`u${id}`).set(`u${id}`, { isCompensation: true });
  return p.from(at);
};
const undoableByWork = (p: ProcessBuilder, id: string) => undoable(p, id, 'service');

/** How activities are repeated, called, undone and chosen. */
export const ACTIVITY_SCENARIOS: readonly Scenario[] = [
  [
    'repeats a task while its condition holds',
    process((p) =>
      p
        .start('S')
        .script(
          'A',
          'x',
          computed('x + 1', ({ x }) => Number(x) + 1),
        )
        .set('A', {
          loop: {
            type: 'standard',
            testBefore: false,
            condition: computed('x < 2', ({ x }) => Number(x) < 2),
          },
        })
        .end('E'),
    ),
    [start({ x: 0 })],
    'instance.started +S -S +A loop.started(A) +A -A +A -A -A +E -E instance.completed',
  ],
  [
    'repeats nothing when the condition is looked at before',
    process((p) =>
      p
        .start('S')
        .task('A')
        .set('A', { loop: { type: 'standard', testBefore: true, condition: fixed(false) } })
        .end('E'),
    ),
    [start()],
    'instance.started +S -S +A loop.started(A) -A +E -E instance.completed',
  ],
  [
    'repeats at most so often',
    process((p) =>
      p
        .start('S')
        .task('A')
        .set('A', { loop: { type: 'standard', testBefore: false, maximum: 2 } })
        .end('E'),
    ),
    [start()],
    'instance.started +S -S +A loop.started(A) +A -A +A -A -A +E -E instance.completed',
  ],
  [
    'runs work for each item at once and gathers what it gives in their order',
    process((p) =>
      p
        .start('S')
        .service('A')
        .set(
          'A',
          multi({
            collection: variable('items'),
            inputElement: 'item',
            outputCollection: 'all',
            outputElement: variable('result'),
          }),
        )
        .end('E'),
    ),
    [start({ items: ['a', 'b'] }), complete('A', { result: 2 }), complete('A', { result: 1 })],
    'instance.started +S -S +A loop.started(A) +A +A work.created(A) work.created(A) work.completed(A) -A loop.gathered(A) work.completed(A) -A loop.gathered(A) -A +E -E instance.completed',
  ],
  [
    'runs work one after the other until enough is done',
    process((p) =>
      p
        .start('S')
        .service('A')
        .set(
          'A',
          multi({
            sequential: true,
            cardinality: fixed(5),
            completionCondition: equals('numberOfCompletedInstances', 2),
          }),
        )
        .end('E'),
    ),
    [start(), complete('A'), complete('A')],
    'instance.started +S -S +A loop.started(A) +A work.created(A) work.completed(A) -A +A work.created(A) work.completed(A) -A -A +E -E instance.completed',
  ],
  [
    'ends the other instances when enough are done',
    process((p) =>
      p
        .start('S')
        .service('A')
        .set(
          'A',
          multi({ cardinality: fixed(3), completionCondition: equals('numberOfCompletedInstances', 1) }),
        )
        .end('E'),
    ),
    [start(), complete('A')],
    'instance.started +S -S +A loop.started(A) +A +A +A work.created(A) work.created(A) work.created(A) work.completed(A) -A work.cancelled(A) xA work.cancelled(A) xA -A +E -E instance.completed',
  ],
  [
    'throws an event for each instance that completes',
    process((p) =>
      p
        .start('S')
        .service('A')
        .set('A', multi({ cardinality: fixed(2), behavior: { of: 'none', throws: signal } }))
        .end('E')
        .boundary('B', 'A', signal)
        .end('N'),
    ),
    [start(), complete('A'), complete('A')],
    'instance.started +S -S +A loop.started(A) +A +A boundary.attached(B) work.created(A) work.created(A) signal.awaited(B) work.completed(A) -A signal.sent(A) signal.received(B) boundary.attached(B) signal.awaited(B) boundary.detached(B) +B -B +N -N work.completed(A) -A signal.sent(A) signal.received(B) boundary.attached(B) signal.awaited(B) boundary.detached(B) +B -B +N -N signal.forgone(B) boundary.detached(B) -A +E -E instance.completed',
  ],
  [
    'begins with as many tokens as it asks for and gives as many as it says',
    process((p) =>
      p
        .start('S')
        .task('A')
        .set('A', { completionQuantity: 2 })
        .task('B')
        .set('B', { startQuantity: 2 })
        .end('E'),
    ),
    [start()],
    'instance.started +S -S +A -A +B join.passed(B) -B +E -E instance.completed',
  ],
  [
    'calls another process and takes its variables',
    process((p) => call(p.start('S'), 'C').end('E')),
    [start({ x: 1 }), returned('C', { y: 2 })],
    'instance.started +S -S +C call.started(C) call.returned(C) -C +E -E instance.completed',
  ],
  [
    'hands the error of a called process to its border',
    process((p) => call(p.start('S'), 'C').end('E').boundaryError('B', 'C', 'BROKEN').end('N')),
    [start(), failed('C', 'BROKEN')],
    'instance.started +S -S +C call.started(C) call.failed(C) error.thrown(C) xC +B -B +N -N instance.completed',
  ],
  [
    'parks a call that came to nothing and calls again',
    process((p) => call(p.start('S'), 'C').end('E')),
    [start(), failed('C', null), retry(), returned('C')],
    'instance.started +S -S +C call.started(C) call.failed(C) incident:call-failed(C) incident.resolved(C) call.started(C) call.returned(C) -C +E -E instance.completed',
  ],
  [
    'hands the escalation of a called process to its border',
    process((p) =>
      call(p.start('S'), 'C').end('E').boundary('B', 'C', { type: 'escalation', code: null }, false).end('N'),
    ),
    [start(), escalated('C', 'late'), returned('C')],
    'instance.started +S -S +C call.started(C) escalation.thrown(C) +B -B +N -N call.returned(C) -C +E -E instance.completed',
  ],
  [
    'ends what it called with it',
    process((p) => call(p.start('S'), 'C').end('E')),
    [start(), cancel()],
    'instance.started +S -S +C call.started(C) call.cancelled(C) xC instance.terminated',
  ],
  [
    'undoes what was done, the last first',
    process((p) =>
      undoable(undoable(p.start('S'), 'A'), 'B')
        .throw('X', undo(null))
        .end('E'),
    ),
    [start(), complete('A'), complete('B')],
    'instance.started +S -S +A work.created(A) work.completed(A) -A +B work.created(B) work.completed(B) -B +X compensation.started(X) +uB -uB +uA -uA -X +E -E instance.completed',
  ],
  [
    'undoes one activity and no other',
    process((p) => undoable(undoable(p.start('S'), 'A'), 'B').end('X', undo('A'))),
    [start(), complete('A'), complete('B')],
    'instance.started +S -S +A work.created(A) work.completed(A) -A +B work.created(B) work.completed(B) -B +X compensation.started(X) +uA -uA -X instance.completed',
  ],
  [
    'has nothing to undo',
    process((p) => undoable(p.start('S').throw('X', undo(null)), 'A').end('E')),
    [start(), complete('A')],
    'instance.started +S -S +X -X +A work.created(A) work.completed(A) -A +E -E instance.completed',
  ],
  [
    'undoes a sub-process that is over by what was done in it',
    process((p) =>
      p
        .start('S')
        .sub('P', (inner) => undoable(inner.start('I'), 'A').end('J'))
        .end('X', undo('P')),
    ),
    [start(), complete('A')],
    'instance.started +S -S +P +I -I +A work.created(A) work.completed(A) -A +J -J -P +X compensation.started(X) +uA -uA -X instance.completed',
  ],
  [
    'goes on while what was done is undone, and ends after that',
    process((p) =>
      undoableByWork(undoableByWork(p.start('S'), 'A'), 'B')
        .throw('X', undo(null, false))
        .end('E'),
    ),
    [start(), complete('A'), complete('B'), complete('uB'), complete('uA')],
    'instance.started +S -S +A work.created(A) work.completed(A) -A +B work.created(B) work.completed(B) -B +X compensation.started(X) +uB compensation.handed-on(uB) -X work.created(uB) +E -E work.completed(uB) +uA compensation.handed-on(uA) -uB work.created(uA) work.completed(uA) -uA instance.completed',
  ],
  [
    'leaves a sub-process when what its end event undoes is undone',
    process((p) =>
      p
        .start('S')
        .sub('P', (inner) => undoableByWork(inner.start('I'), 'A').end('X', undo(null, false)))
        .end('E'),
    ),
    [start(), complete('A'), complete('uA')],
    'instance.started +S -S +P +I -I +A work.created(A) work.completed(A) -A +X compensation.started(X) +uA compensation.handed-on(uA) -X work.created(uA) work.completed(uA) -uA -P +E -E instance.completed',
  ],
  [
    'cancels a transaction after undoing it',
    process((p) =>
      p
        .start('S')
        .sub('T', (inner) => undoable(inner.start('I'), 'A').end('X', { type: 'cancel' }), {
          kind: 'transaction',
          type: 'transaction',
        })
        .end('E')
        .boundary('B', 'T', { type: 'cancel' })
        .end('N'),
    ),
    [start(), complete('A')],
    'instance.started +S -S +T +I -I +A work.created(A) work.completed(A) -A +X compensation.started(X) +uA -uA -X xT +B -B +N -N instance.completed',
  ],
  [
    'does the activities of an ad-hoc sub-process one after the other',
    process((p) =>
      p
        .start('S')
        .sub('P', (inner) => inner.service('A').from(null).service('B').from(null), {
          kind: 'ad-hoc-sub-process',
          type: 'adHocSubProcess',
          config: { sequential: true, cancelRemaining: true },
        })
        .end('E'),
    ),
    [start(), complete('A'), complete('B')],
    'instance.started +S -S +P behavior.noted(P) +A work.created(A) work.completed(A) -A behavior.noted(P) +B work.created(B) work.completed(B) -B -P +E -E instance.completed',
  ],
  [
    'gathers what each step of an ad-hoc sub-process gave',
    process((p) =>
      p
        .start('S')
        .sub('P', (inner) => inner.service('A').from(null).service('B').task('C').from(null), {
          kind: 'ad-hoc-sub-process',
          type: 'adHocSubProcess',
          config: {
            sequential: false,
            cancelRemaining: true,
            gathers: { collection: 'results', element: variable('result') },
          },
        })
        .end('E'),
    ),
    [start(), complete('B', { result: 'b' }), complete('A', { result: 'a' })],
    'instance.started +S -S +P +A work.created(A) +B work.created(B) work.completed(B) -B +C -C work.completed(A) -A -P +E -E instance.completed',
  ],
  [
    'does what somebody chooses in an ad-hoc sub-process until its condition is met',
    process((p) =>
      p
        .start('S')
        .sub('P', (inner) => inner.service('A').from(null).service('B').from(null), {
          kind: 'ad-hoc-sub-process',
          type: 'adHocSubProcess',
          config: {
            sequential: false,
            cancelRemaining: true,
            activeElements: variable('first'),
            completionCondition: equals('done', true),
          },
        })
        .end('E'),
    ),
    [start({ first: ['A'], done: false }), choose('P', 'B'), complete('A'), complete('B', { done: true })],
    'instance.started +S -S +P +A work.created(A) +B work.created(B) work.completed(A) -A work.completed(B) -B -P +E -E instance.completed',
  ],
];
