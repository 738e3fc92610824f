import { describe, expect, it } from 'vitest';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { cancel, complete, failWork, play, retry, start, throwing, trace } from '@/engine/testing/scenario';
import { behaviors } from '../behaviors';

const compensation: Trigger = { type: 'compensation' };
/** Undoes without waiting for it. */
const undo = (activity: string | null = null): Throw => ({ type: 'compensation', activity, wait: false });

/** Work that other work undoes: `A` is undone by `uA`. */
const undoable = (p: ProcessBuilder, ...ids: string[]) => {
  for (const id of ids) {
    p.service(id).set(id, { compensation: { activity: `u${id}` } });
    p.boundary(`b${id}`, id, compensation).from(null);
    p.service(`u${id}`).set(`u${id}`, { isCompensation: true }).from(id);
  }
  return p;
};
const living = (player: ReturnType<typeof play>) =>
  Object.values(player.current.activations).map(({ elementId }) => elementId);

describe('a compensation event that does not wait', () => {
  const twoDone = (draw: (p: ProcessBuilder) => ProcessBuilder) =>
    play(
      process((p) => draw(undoable(p.start('S'), 'A', 'B').throw('X', undo()))),
      behaviors,
      [start(), complete('A'), complete('B')],
    );

  it('goes on with what undoes in hand, and the instance ends when all is undone', () => {
    const player = twoDone((p) => p.service('C').end('E'));
    expect(living(player).sort()).toEqual(['C', 'uB']);
    complete('C')(player);
    complete('uB')(player);
    expect([living(player), player.current.status]).toEqual([['uA'], 'running']);
    complete('uA')(player);
    expect(player.current.status).toBe('completed');
  });

  it('undoes what is left after a step that undoes was repaired', () => {
    const player = twoDone((p) => p.end('E'));
    failWork('uB')(player);
    expect(player.current.incidents).not.toEqual({});
    retry()(player);
    complete('uB')(player);
    complete('uA')(player);
    expect(player.current.status).toBe('completed');
  });

  it('undoes nothing twice', () => {
    const player = twoDone((p) => p.throw('Y', undo()).end('E'));
    complete('uB')(player);
    complete('uA')(player);
    expect(player.current.status).toBe('completed');
    expect(trace(player.events).match(/compensation\.started/g)).toHaveLength(1);
  });

  it('is undone by nobody once the process is terminated or cancelled', () => {
    const terminated = twoDone((p) => p.terminate('E'));
    expect([terminated.current.status, living(terminated)]).toEqual(['completed', []]);
    const cancelled = twoDone((p) => p.end('E'));
    cancel()(cancelled);
    expect([cancelled.current.status, living(cancelled)]).toEqual(['terminated', []]);
  });

  it('lets its own sub-process be left while a scope around it is undone', () => {
    const player = play(
      process((p) =>
        undoable(p.start('S'), 'A')
          .sub('P', (inner) => inner.start('I').end('X', undo('A')))
          .service('C')
          .end('E'),
      ),
      behaviors,
      [start(), complete('A')],
    );
    expect(living(player).sort()).toEqual(['C', 'uA']);
    complete('uA')(player);
    complete('C')(player);
    expect(player.current.status).toBe('completed');
  });

  it('may be followed by one that waits in the same event', () => {
    const player = play(
      process((p) =>
        undoable(p.start('S'), 'A', 'B')
          .throw('X', undo('A'), { type: 'compensation', activity: 'B', wait: true })
          .end('E'),
      ),
      behaviors,
      [start(), complete('A'), complete('B')],
    );
    expect(living(player).sort()).toEqual(['X', 'uA', 'uB']);
    complete('uA')(player);
    expect(living(player).sort()).toEqual(['X', 'uB']);
    complete('uB')(player);
    expect(player.current.status).toBe('completed');
  });

  it.each([true, false])('after one that waits undoes in its turn, and nothing is forgotten (%s)', (wait) => {
    const player = play(
      process((p) =>
        undoable(p.start('S'), 'A', 'B')
          .sub('P', (inner) => undoable(inner.start('I'), 'C', 'D').end('O'))
          .throw(
            'X',
            { type: 'compensation', activity: 'P', wait: true },
            { type: 'compensation', activity: null, wait },
          )
          .end('E'),
      ),
      behaviors,
      [start(), ...['A', 'B', 'C', 'D'].map((id) => complete(id))],
    );
    for (const id of ['uD', 'uC', 'uB', 'uA']) {
      expect(living(player).sort()).toEqual(['X', id].sort());
      complete(id)(player);
    }
    expect(player.current.status).toBe('completed');
  });

  it('keeps no inclusive join waiting', () => {
    const player = play(
      process((p) => {
        undoable(p.start('S'), 'A').parallel('G').throw('X', undo()).from('G').task('C').from(null);
        p.node('J', 'inclusive-gateway', 'inclusiveGateway').service('D').end('E');
        return p.flow('X', 'J').flow('C', 'J');
      }),
      behaviors,
      [start(), complete('A')],
    );
    expect(living(player).sort()).toEqual(['D', 'uA']);
  });
});

describe('a step that undoes and is interrupted', () => {
  it.each([true, false])('leaves the rest to be undone, waited for or not (%s)', (wait) => {
    const player = play(
      process((p) => {
        undoable(p.start('S'), 'A', 'B').throw('X', { type: 'compensation', activity: null, wait }).end('E');
        return p.boundaryError('Failed', 'uB', null).service('Repair').end('F');
      }),
      behaviors,
      [start(), complete('A'), complete('B'), throwing('uB', 'E1')],
    );
    expect(living(player).sort()).toEqual(['Repair', ...(wait ? ['X'] : []), 'uA']);
    complete('uA')(player);
    expect(living(player)).toEqual(['Repair']);
    complete('Repair')(player);
    expect(player.current.status).toBe('completed');
  });
});

describe('a transaction that is cancelled while steps of it are undone', () => {
  const cancelled = (first: Throw) =>
    play(
      process((p) => {
        p.start('S').sub(
          'T',
          (inner) => {
            undoable(inner.start('I'), 'A', 'B', 'C').parallel('G').throw('X', first).end('Y').from('G');
            return inner.service('D').end('N', { type: 'cancel' });
          },
          { kind: 'transaction', type: 'transaction' },
        );
        return p.boundary('Cancelled', 'T', { type: 'cancel' }).end('E');
      }),
      behaviors,
      [start(), complete('A'), complete('B'), complete('C'), complete('D')],
    );

  it('undoes the rest beside, and is left when both are done', () => {
    const player = cancelled(undo('A'));
    expect(living(player).sort()).toEqual(['N', 'T', 'uA', 'uC']);
    for (const id of ['uC', 'uB']) complete(id)(player);
    expect(living(player).sort()).toEqual(['N', 'T', 'uA']);
    complete('uA')(player);
    expect(player.current.status).toBe('completed');
    expect(trace(player.events)).toMatch(/xT \+Cancelled/);
  });

  it.each([true, false])('undoes to the end what was begun, waited for or not (%s)', (wait) => {
    const player = cancelled({ type: 'compensation', activity: null, wait });
    expect(living(player).sort()).toEqual(['N', 'T', 'uC']);
    for (const id of ['uC', 'uB', 'uA']) complete(id)(player);
    expect(player.current.status).toBe('completed');
    expect(trace(player.events)).toMatch(/xT \+Cancelled/);
  });
});
