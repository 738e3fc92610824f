import { describe, expect, it } from 'vitest';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { fixed } from '@/engine/testing/expressions';
import { complete, play, type Sent, start, throwing, trace } from '@/engine/testing/scenario';
import { behaviors } from '../behaviors';

const error = (code: string | null): Trigger => ({ type: 'error', code });
const signal = (name: string): Trigger => ({ type: 'signal', name: fixed(name) });
const undoAll: Throw = { type: 'compensation', activity: null, wait: true };

const living = (player: ReturnType<typeof play>) =>
  Object.values(player.current.activations)
    .map(({ elementId, attachedTo }) => (attachedTo === undefined ? elementId : `${elementId}*`))
    .sort();

/** Work that other work undoes: `A` is undone by `uA`. */
const undoable = (p: ProcessBuilder, id: string) =>
  p
    .service(id)
    .set(id, { compensation: { activity: `u${id}` } })
    .boundary(`b${id}`, id, { type: 'compensation' })
    .from(null)
    .service(`u${id}`)
    .set(`u${id}`, { isCompensation: true })
    .from(id);

/** The signal comes that an event sub-process waits for. */
const receive =
  (name: string): Sent =>
  (player) => {
    const waits = Object.values(player.current.activations).find(
      ({ wait }) => wait?.kind === 'signal' && wait.name === name,
    );
    return player.send({ type: 'receive-signal', key: waits?.key ?? 0, name, variables: {} });
  };

const handler = (p: ProcessBuilder, id: string, trigger: Trigger, interrupting = true) =>
  p.eventSub(id, trigger, (inner) => inner.start(`${id}0`).service(`${id}1`).end(`${id}9`), interrupting);

/** BPMN 2.0.2, 13.5.4: no new event handlers begin after an interrupting one. */
describe('after an interrupting event sub-process has begun', () => {
  it('what is thrown in it goes to the border, not to another of the same scope', () => {
    const player = play(
      process((p) => {
        p.start('S').sub('P', (inner) => {
          inner.start('I').service('A').end('O');
          handler(inner, 'First', error('X'));
          return handler(inner, 'Second', error(null));
        });
        return p.end('E').boundary('Border', 'P', error('Y')).service('B').end('F');
      }),
      behaviors,
      [start(), throwing('A', 'X'), throwing('First1', 'Y')],
    );
    expect(living(player)).toEqual(['B']);
  });

  it('an error that nothing else catches is not caught by another of the process', () => {
    const player = play(
      process((p) => {
        p.start('S').service('A').end('E');
        p.eventSub('First', error('X'), (inner) => inner.start('F0').errorEnd('F9', 'Y'));
        return handler(p, 'Second', error('Y'));
      }),
      behaviors,
      [start(), throwing('A', 'X')],
    );
    expect(player.current.status).toBe('failed');
  });
});

/** BPMN 2.0.2, 13.5.4: an activity that is completing waits for its event sub-processes and begins no new ones. */
describe('when the content is done and an event sub-process still runs', () => {
  const completing = (draw: (p: ProcessBuilder) => unknown) =>
    process((p) => {
      p.start('S').service('A').end('E');
      handler(p, 'H', signal('s'), false);
      return draw(p);
    });

  it('no other begins by what comes, and the scope ends with the last', () => {
    const player = play(
      completing((p) => handler(p, 'G', signal('g'))),
      behaviors,
      [start(), receive('s'), receive('s')],
    );
    expect(living(player)).toEqual(['A', 'G*', 'H', 'H', 'H*', 'H1', 'H1']);
    complete('A')(player);
    expect(living(player)).toEqual(['H', 'H', 'H1', 'H1']);
    complete('H1')(player);
    complete('H1')(player);
    expect(player.current.status).toBe('completed');
  });

  it('no other begins by what is thrown in it', () => {
    const player = play(
      completing((p) => handler(p, 'G', error('X'))),
      behaviors,
      [start(), receive('s'), complete('A'), throwing('H1', 'X')],
    );
    expect(trace(player.events)).not.toContain('+G');
  });

  it('others begin as long as a token waits', () => {
    const player = play(
      process((p) => {
        p.start('S').parallel('F').task('T').set('T', { startQuantity: 2 }).end('E');
        p.from('F').service('A').end('N');
        return handler(p, 'H', signal('s'), false);
      }),
      behaviors,
      [start(), receive('s'), complete('A'), receive('s')],
    );
    expect(living(player)).toEqual(['H', 'H', 'H*', 'H1', 'H1']);
  });
});

describe('compensation thrown in an event sub-process', () => {
  it.each([true, false])('undoes what completed in the scope that it handles (interrupting %s)', (cuts) => {
    const player = play(
      process((p) =>
        p
          .start('S')
          .sub('P', (inner) => {
            undoable(undoable(inner.start('I'), 'A'), 'B')
              .service('C')
              .end('O');
            return inner.eventSub(
              'H',
              signal('s'),
              (handling) => undoable(handling.start('H0'), 'D').throw('X', undoAll).end('H9'),
              cuts,
            );
          })
          .end('E'),
      ),
      behaviors,
      [start(), complete('A'), complete('B'), receive('s'), complete('D')],
    );
    for (const id of ['uD', 'uB', 'uA']) complete(id)(player);
    if (!cuts) complete('C')(player);
    expect(player.current.status).toBe('completed');
    expect(trace(player.events).match(/\+u./g)).toEqual(['+uD', '+uB', '+uA']);
  });

  it('undoes nothing of a scope further out', () => {
    const player = play(
      process((p) =>
        undoable(p.start('S'), 'A')
          .sub('P', (inner) => {
            inner.start('I').service('C').end('O');
            return inner.eventSub('H', error(null), (handling) =>
              handling
                .start('H0')
                .sub('Q', (deep) => deep.start('Q0').throw('X', undoAll).end('Q9'))
                .end('H9'),
            );
          })
          .end('E'),
      ),
      behaviors,
      [start(), complete('A'), throwing('C', 'X')],
    );
    expect(player.current.status).toBe('completed');
    expect(trace(player.events)).not.toContain('+uA');
  });
});
