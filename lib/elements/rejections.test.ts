import { describe, expect, it } from 'vitest';
import type { Input } from '@/engine/core/inputs';
import type { Executable } from '@/engine/core/model';
import type { RejectionCode } from '@/engine/core/transition-types';
import { process } from '@/engine/testing/builder';
import { fixed } from '@/engine/testing/expressions';
import {
  ANNA,
  BEN,
  cancel,
  claim,
  complete,
  decide,
  failWork,
  fire,
  Player,
  play,
  send,
  start,
} from '@/engine/testing/scenario';
import { behaviors } from './behaviors';

type Steps = Parameters<typeof play>[2];
type Sent = Steps[number];

const work = process((p) => p.start('S').service('A').end('E'));
const several = process((p) =>
  p
    .start('S')
    .approval('U', {
      notInitiator: true,
      quorum: { need: 'count', value: 2, of: 3, reject: 'out-of-reach' },
    })
    .end('E'),
);
const approval = process((p) => p.start('S').approval('U', { notInitiator: true }).service('A').end('E'));
const timer = process((p) => p.start('S').timer('T', 'duration', fixed('PT1H')).end('E'));
const form = process((p) =>
  p
    .start('S')
    .user('U', { form: { fields: [{ key: 'n', label: 'N', type: 'number', required: true }] } })
    .end('E'),
);
const onWork =
  (input: (key: number) => Input): Sent =>
  (player) =>
    player.send(input(player.key('A')));
const lease = { worker: 'w', leasedAt: '2026-01-01T00:00:00.000Z', attempt: 1 };
const big = { big: 'x'.repeat(1_100_000) };
const asBen = { reason: 'x', to: 'cleo', toName: 'Cleo' };

/** `content-changed` is refused by the use case's guard under the instance's lock, never by the core. */
const rows: [RejectionCode, string, Executable, Steps, Sent][] = [
  ['instance-exists', 'a second start', work, [start()], start()],
  ['instance-ended', 'anything after the end', work, [start(), complete('A')], cancel()],
  [
    'instance-ended',
    'a retry after a cancellation',
    work,
    [start(), cancel()],
    send({ type: 'retry-incident', incidentKey: 1, reason: '' }),
  ],
  ['invalid-input', 'anything before the start', work, [], cancel()],
  [
    'invalid-input',
    'a start at no start event',
    work,
    [],
    send({ type: 'start', instanceId: 'i', variables: {}, businessKey: null, startElementId: 'A' }),
  ],
  [
    'unknown-activation',
    'work of a step that never was',
    work,
    [start()],
    send({ type: 'complete-work', key: 99, variables: {}, lease }),
  ],
  [
    'not-waiting-for-work',
    'a result for a parked step',
    work,
    [start(), failWork('A')],
    onWork((key) => ({ type: 'complete-work', key, variables: {}, lease })),
  ],
  [
    'not-waiting-for-work',
    'an answer nobody asked for',
    work,
    [start()],
    onWork((key) => ({ type: 'answer', key, answers: [] })),
  ],
  [
    'stale-attempt',
    'a result of an attempt that is over',
    work,
    [start(), failWork('A', 'x', '2026-01-01T00:01:00.000Z')],
    onWork((key) => ({ type: 'complete-work', key, variables: {}, lease })),
  ],
  ['not-a-task', 'a decision on work', work, [start()], decide('A', null)],
  ['not-a-timer', 'firing work', work, [start()], onWork((key) => ({ type: 'fire-timer', key }))],
  [
    'timer-not-due',
    'an early timer',
    timer,
    [start()],
    (player) => player.send({ type: 'fire-timer', key: player.key('T') }),
  ],
  [
    'timer-not-due',
    'an early reminder',
    process((p) =>
      p
        .start('S')
        .user('U', { reminder: fixed('PT1H') })
        .end('E'),
    ),
    [start()],
    (player) => player.send({ type: 'fire-timer', key: player.key('U') }),
  ],
  [
    'not-a-timer',
    'a reminder after the last',
    process((p) =>
      p
        .start('S')
        .user('U', { reminder: fixed('PT1H') })
        .end('E'),
    ),
    [start(), fire('U')],
    (player) => player.send({ type: 'fire-timer', key: player.key('U') }),
  ],
  [
    'task-already-decided',
    'a second decision',
    approval,
    [start(), decide('U', 'approve')],
    (player) =>
      player.send(
        {
          type: 'complete-task',
          key: 4,
          outcome: 'approve',
          variables: {},
          comment: null,
          contentDigest: null,
        },
        BEN,
      ),
  ],
  [
    'claimed-by-another',
    'a decision on what somebody else claimed',
    approval,
    [start({}, BEN), claim('U', ANNA)],
    (player) =>
      player.send(
        {
          type: 'complete-task',
          key: player.key('U'),
          outcome: 'approve',
          variables: {},
          comment: null,
          contentDigest: null,
        },
        { ...BEN, id: 'cleo' },
      ),
  ],
  [
    'claimed-by-another',
    'a second claim',
    approval,
    [start(), claim('U')],
    claim('U', { ...BEN, id: 'cleo' }),
  ],
  ['invalid-input', 'claiming twice', approval, [start(), claim('U')], claim('U')],
  [
    'claimed-by-another',
    'a release by somebody else',
    approval,
    [start(), claim('U')],
    (player) => player.send({ type: 'release-task', key: player.key('U') }, ANNA),
  ],
  [
    'claimed-by-another',
    'a delegation by somebody else',
    approval,
    [start(), claim('U')],
    (player) => player.send({ type: 'delegate-task', key: player.key('U'), ...asBen }, ANNA),
  ],
  [
    'not-claimed',
    'a release of what nobody claimed',
    approval,
    [start()],
    (player) => player.send({ type: 'release-task', key: player.key('U') }, BEN),
  ],
  ['unknown-outcome', 'an outcome that is not there', approval, [start()], decide('U', 'maybe')],
  [
    'comment-required',
    'a rejection without a reason',
    approval,
    [start()],
    decide('U', 'reject', { comment: '  ' }),
  ],
  [
    'signature-required',
    'a decision that isn’t signed',
    process((p) =>
      p
        .start('S')
        .approval('U', { signature: { meaning: 'I have read it.' } })
        .end('E'),
    ),
    [start()],
    decide('U', 'approve'),
  ],
  ['four-eyes', 'a decision of the initiator', approval, [start()], decide('U', 'approve', { by: ANNA })],
  [
    'four-eyes',
    'a delegation to the initiator',
    approval,
    [start()],
    (player) => player.send({ type: 'delegate-task', key: player.key('U'), to: 'anna', toName: 'Anna' }, BEN),
  ],
  ['already-voted', 'a second vote', several, [start(), decide('U', 'approve')], decide('U', 'approve')],
  ['already-voted', 'a claim after one’s vote', several, [start(), decide('U', 'approve')], claim('U')],
  ['four-eyes', 'a vote of the initiator', several, [start()], decide('U', 'approve', { by: ANNA })],
  ['invalid-form', 'a form without its required field', form, [start()], decide('U', null)],
  [
    'invalid-input',
    'an empty comment',
    approval,
    [start()],
    (player) => player.send({ type: 'comment-task', key: player.key('U'), text: ' ' }, BEN),
  ],
  [
    'unknown-incident',
    'a retry of nothing',
    work,
    [start()],
    send({ type: 'retry-incident', incidentKey: 5, reason: '' }),
  ],
  ['too-large', 'a start with 1.05 MB', work, [], start(big)],
  [
    'too-large',
    'a change to 1.05 MB',
    work,
    [start()],
    send({ type: 'set-variables', variables: big, reason: '' }),
  ],
  ['too-large', 'a decision with 1.05 MB', approval, [start()], decide('U', 'approve', { variables: big })],
];

describe('rejections', () => {
  it.each(rows)('%s: %s', (code, _title, executable, steps, last) => {
    const player = steps.length > 0 ? play(executable, behaviors, steps) : new Player(executable, behaviors);
    const before = JSON.stringify(player.state);
    const refused = last(player);
    expect(refused).toMatchObject({ ok: false, code });
    expect(Array.isArray(refused) ? '' : refused.message).toMatch(/\.$/);
    expect(JSON.stringify(player.state)).toBe(before);
  });
  it('says how large the variables are', () => {
    expect(start(big)(new Player(work, behaviors))).toMatchObject({
      message: 'The variables of this instance would take 1.05 MB; at most 1 MB is allowed.',
    });
  });
  it('refuses a repeated timer once it fired', () => {
    const player = play(timer, behaviors, [start(), fire('T')]);
    expect(send({ type: 'fire-timer', key: 4 })(player)).toMatchObject({ code: 'instance-ended' });
  });
});
