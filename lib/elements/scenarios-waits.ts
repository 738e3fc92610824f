import { process } from '@/engine/testing/builder';
import { equals, fixed, outside, variable } from '@/engine/testing/expressions';
import {
  ANNA,
  answers,
  BEN,
  claim,
  complete,
  decide,
  ENGINE,
  failWork,
  fire,
  retry,
  type Scenario,
  start,
  throwing,
} from '@/engine/testing/scenario';
import { STANDARD } from '@/lib/calendars/calendar';

const TWO_OF_THREE = { need: 'count', value: 2, of: 3, reject: 'out-of-reach' };
const CLEO = { ...BEN, id: 'cleo', name: 'Cleo' };
const approves = (by: typeof BEN) => decide('U', 'approve', { by });

const linear = process((p) => p.start('S').service('A').end('E'));

/** What waits for somebody or something: work, tasks, timers, answers, and their boundary events. */
export const WAIT_SCENARIOS: readonly Scenario[] = [
  [
    'passes tasks and ends',
    process((p) => p.start('S').task('T').end('E')),
    [start()],
    'instance.started +S -S +T -T +E -E instance.completed',
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
    'opens a task and goes on when it is done',
    process((p) => p.start('S').user('U').end('E')),
    [start(), claim('U'), decide('U', null)],
    'instance.started +S -S +U task.opened(U) task.claimed(U) task.completed(U) -U +E -E instance.completed',
  ],
  [
    'lets two of three agree, whoever claims it between',
    process((p) => p.start('S').approval('U', { quorum: TWO_OF_THREE }).end('E')),
    [start(), decide('U', 'reject', { comment: 'No.' }), claim('U', CLEO), ...[CLEO, ANNA].map(approves)],
    'instance.started +S -S +U behavior.noted(U) task.opened(U) task.voted(U) task.claimed(U) task.voted(U) task.voted(U) task.completed(U) -U +E -E instance.completed',
  ],
  [
    'keeps what was signed with each decision of two',
    process((p) =>
      p
        .start('S')
        .approval('U', { quorum: TWO_OF_THREE, signature: { meaning: 'I have read it.' } })
        .approval('V', { signature: { meaning: 'I answer for it.' } })
        .end('E'),
    ),
    [
      start(),
      ...[CLEO, ANNA].map((by) => decide('U', 'approve', { by, signed: true })),
      decide('V', 'reject', { comment: 'No.', signed: true }),
    ],
    'instance.started +S -S +U behavior.noted(U) task.opened(U) task.voted(U) task.voted(U) task.completed(U) -U +V task.opened(V) task.completed(V) -V +E -E instance.completed',
  ],
  [
    'turns down when nobody can agree enough any more',
    process((p) =>
      p
        .start('S')
        .approval('U', { quorum: { ...TWO_OF_THREE, need: 'all' } })
        .end('E'),
    ),
    [start(), approves(ANNA), decide('U', 'reject', { comment: 'No.' })],
    'instance.started +S -S +U behavior.noted(U) task.opened(U) task.voted(U) task.voted(U) task.completed(U) -U +E -E instance.completed',
  ],
  [
    'reminds of a task as often as it says, and goes on when it is done',
    process((p) =>
      p
        .start('S')
        .user('U', { reminder: fixed('R2/PT1H') })
        .end('E'),
    ),
    [start(), fire('U'), claim('U'), fire('U'), decide('U', null)],
    'instance.started +S -S +U behavior.noted(U) task.opened(U) task.reminded(U) task.claimed(U) task.reminded(U) task.completed(U) -U +E -E instance.completed',
  ],
  [
    'counts a task by the calendar that is answered, and its reminders by the same',
    process((p) =>
      p
        .start('S')
        .user('U', { calendar: 'office', dueDate: fixed('PT4H'), reminder: fixed('R2/PT4H') })
        .end('E'),
    ),
    [
      start(),
      answers('U', { '@calendar office': { ...STANDARD, calendarId: 'office', revision: 3 } }),
      fire('U'),
      decide('U', null),
    ],
    'instance.started +S -S +U work.created(U) expressions.answered(U) behavior.noted(U) task.opened(U) task.reminded(U) task.completed(U) -U +E -E instance.completed',
  ],
  [
    'withdraws the reminder of a task that is withdrawn',
    process((p) =>
      p
        .start('S')
        .user('U', { reminder: fixed('R/PT1H') })
        .end('E')
        .boundaryTimer('T', 'U', fixed('PT2H'))
        .end('L'),
    ),
    [start(), fire('U'), fire('T')],
    'instance.started +S -S +U behavior.noted(U) task.opened(U) boundary.attached(T) timer.set(T) task.reminded(U) timer.fired(T) boundary.detached(T) task.cancelled(U) xU +T -T +L -L instance.completed',
  ],
  [
    'forgets a reminder when the approval is decided',
    process((p) =>
      p
        .start('S')
        .approval('U', { reminder: fixed('PT1H') })
        .end('E'),
    ),
    [start(), decide('U', 'approve')],
    'instance.started +S -S +U behavior.noted(U) task.opened(U) task.completed(U) -U +E -E instance.completed',
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
    'hands an HTTP request to its worker',
    process((p) =>
      p
        .start('S')
        .node('H', 'http-call', 'serviceTask', {
          config: {
            method: 'POST',
            url: fixed('https://example.test/orders'),
            headers: [{ name: 'X-Order', value: variable('id') }],
            body: variable('order'),
            timeoutMs: 1000,
            retries: 2,
            resultVariable: 'response',
          },
        })
        .end('E'),
    ),
    [start({ id: 7, order: { total: 3 } }), complete('H', { response: { status: 200 } })],
    'instance.started +S -S +H work.created(H) work.completed(H) -H +E -E instance.completed',
  ],
  [
    'asks for a stored decision',
    process((p) =>
      p
        .start('S')
        .node('D', 'business-rule-task', 'businessRuleTask', {
          config: { decision: fixed('price'), version: 2, resultVariable: 'price' },
        })
        .end('E'),
    ),
    [start({ weight: 3 }), complete('D', { price: 6 })],
    'instance.started +S -S +D work.created(D) work.completed(D) -D +E -E instance.completed',
  ],
  [
    'hands rendered prompts to the AI worker',
    process((p) =>
      p
        .start('S')
        .node('M', 'ai-call', 'serviceTask', {
          config: {
            timeoutMs: 1000,
            retries: 2,
            systemPrompt: ['You read invoices.'],
            userPrompt: ['Amount: ', variable('amount'), ' of ', variable('from')],
            outputSchema: {},
            resultVariable: 'read',
            confidenceSource: 'schema-checks',
            threshold: 0.9,
          },
        })
        .end('E'),
    ),
    [
      start({ amount: 12, from: { name: 'Ada' } }),
      complete('M', {
        read: { value: 1, confidence: 1, rationale: '', evidence: [], belowThreshold: false },
      }),
    ],
    'instance.started +S -S +M work.created(M) work.completed(M) -M +E -E instance.completed',
  ],
  [
    'decides an approval after claiming, releasing, delegating and commenting',
    process((p) => p.start('S').approval('U', { notInitiator: true }).end('E')),
    [
      start(),
      claim('U'),
      (player) => player.send({ type: 'comment-task', key: player.key('U'), text: 'odd' }, BEN),
      (player) => player.send({ type: 'release-task', key: player.key('U') }, BEN),
      (player) =>
        player.send({ type: 'delegate-task', key: player.key('U'), to: 'ben', toName: 'Ben' }, ENGINE),
      decide('U', 'approve'),
    ],
    'instance.started +S -S +U task.opened(U) task.claimed(U) task.commented(U) task.released(U) task.delegated(U) task.completed(U) -U +E -E instance.completed',
  ],
  [
    'parks work that kills its workers',
    process((p) => p.start('S').service('A').end('E')),
    [
      start(),
      (player) =>
        player.send({
          type: 'quarantine-work',
          key: player.key('A'),
          error: 'claimed five times',
          lease: player.lease('A'),
        }),
    ],
    'instance.started +S -S +A work.created(A) work.failed(A) incident:quarantined(A)',
  ],
  [
    'maps variables in and out of work',
    process((p) =>
      p
        .start('S')
        .service('A', {
          inputs: [{ target: 'order.id', value: variable('n') }],
          outputs: [{ target: 'kept.total', value: variable('total') }],
        })
        .user('B')
        .end('E'),
    ),
    [start({ n: 7, kept: { a: 1 } }), complete('A', { total: 9 })],
    'instance.started +S -S +A work.created(A) work.completed(A) -A +B task.opened(B)',
  ],
  [
    'withdraws a task when its boundary timer interrupts it',
    process((p) => p.start('S').user('U').end('E').boundaryTimer('T', 'U', fixed('PT1H')).end('L')),
    [start(), fire('T')],
    'instance.started +S -S +U task.opened(U) boundary.attached(T) timer.set(T) timer.fired(T) boundary.detached(T) task.cancelled(U) xU +T -T +L -L instance.completed',
  ],
  [
    'takes corrected variables into the running instance',
    process((p) => p.start('S').timer('T', 'date', fixed('2026-01-02T00:00:00Z')).end('E')),
    [
      start({ x: 1 }),
      (player) => player.send({ type: 'set-variables', variables: { x: 2 }, reason: 'typing error' }, BEN),
      fire('T'),
    ],
    'instance.started +S -S +T timer.set(T) timer.fired(T) -T +E -E instance.completed',
  ],
];
