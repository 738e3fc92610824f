import { describe, expect, it } from 'vitest';
import type { Loop } from '@/engine/core/loop-model';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { fixed } from '@/engine/testing/expressions';
import { complete, play, type Sent, start, throwing, trace } from '@/engine/testing/scenario';
import { behaviors } from '../behaviors';

const signal = (name: string): Trigger => ({ type: 'signal', name: fixed(name) });
const undo = (activity: string | null = null, wait = true): Throw => ({
  type: 'compensation',
  activity,
  wait,
});

/** Work that other work undoes: `A` is undone by `uA`. */
const undoable = (p: ProcessBuilder, ...ids: string[]) => {
  for (const id of ids) {
    p.service(id).set(id, { compensation: { activity: `u${id}` } });
    p.boundary(`b${id}`, id, { type: 'compensation' }).from(null);
    p.service(`u${id}`).set(`u${id}`, { isCompensation: true }).from(id);
  }
  return p;
};
type Player = ReturnType<typeof play>;
const living = (player: Player) =>
  Object.values(player.current.activations)
    .filter(({ attachedTo }) => attachedTo === undefined)
    .map(({ elementId }) => elementId)
    .sort();
const undone = (player: Player) => trace(player.events).match(/\+u./g) ?? [];

const receive =
  (name: string): Sent =>
  (player) => {
    const { key } = Object.values(player.current.activations).find(
      ({ wait }) => wait?.kind === 'signal' && wait.name === name,
    )!;
    return player.send({ type: 'receive-signal', key, name, variables: {} });
  };

const handler = (p: ProcessBuilder, trigger: Trigger, draw = (h: ProcessBuilder) => h.service('H1')) =>
  p.eventSub('H', trigger, (h) => draw(h.start('H0')).end('H9'));

/** What is undone is outside of the normal flow (BPMN 2.0.2, 10.7), which alone an event sub-process interrupts (10.5.6). */
describe('an interrupting event sub-process that begins while steps are undone', () => {
  const undoing = (wait: boolean, trigger: Trigger, draw?: (h: ProcessBuilder) => ProcessBuilder) =>
    process((p) => {
      p.start('S').sub('P', (inner) => {
        undoable(inner.start('I'), 'A', 'B').parallel('G').throw('X', undo(null, wait)).end('O');
        undoable(inner.from('G'), 'C').service('D').end('O2');
        return handler(inner, trigger, draw);
      });
      p.end('E').boundaryError('Border', 'P', 'Y').service('Z').end('F');
      return p;
    });
  const before = [start(), complete('A'), complete('B')];

  it.each([true, false])('leaves them to be undone to the end (waited for %s)', (wait) => {
    const player = play(undoing(wait, signal('s')), behaviors, [...before, receive('s')]);
    expect(living(player)).toEqual(['H', 'H1', 'P', 'uB']);
    complete('H1')(player);
    complete('uB')(player);
    expect(living(player)).toEqual(['P', 'uA']);
    complete('uA')(player);
    expect([undone(player), player.current.status]).toEqual([['+uB', '+uA'], 'completed']);
  });

  it.each([true, false])('by an error of one of them ends that one and no other (waited for %s)', (wait) => {
    const player = play(undoing(wait, { type: 'error', code: 'X' }), behaviors, [
      ...before,
      throwing('uB', 'X'),
    ]);
    expect(living(player)).toEqual(['H', 'H1', 'P', 'uA']);
    complete('uA')(player);
    complete('H1')(player);
    expect(player.current.status).toBe('completed');
  });

  it('by an error of another step ends that one and undoes on', () => {
    const player = play(undoing(true, { type: 'error', code: 'X' }), behaviors, [
      ...before,
      throwing('C', 'X'),
    ]);
    expect(living(player)).toEqual(['H', 'H1', 'P', 'uB']);
  });

  it('and undoes everything waits for them, then undoes what came since, then what is left', () => {
    const player = play(
      undoing(true, signal('s'), (h) => h.throw('X2', undo()).service('H1')),
      behaviors,
      [...before, complete('C'), receive('s')],
    );
    for (const id of ['uB', 'uC', 'uA']) {
      expect(living(player)).toEqual(['H', 'P', 'X2', id]);
      complete(id)(player);
    }
    expect(living(player)).toEqual(['H', 'H1', 'P']);
  });

  it('and hands the error on loses nothing that it waited for', () => {
    const player = play(
      process((p) => {
        p.start('S').sub('P', (inner) => {
          undoable(inner.start('I'), 'A', 'B').throw('X', undo()).end('O');
          return inner.eventSub('H', { type: 'error', code: 'Y' }, (h) =>
            h.start('H0').throw('X2', undo()).errorEnd('H9', 'Y'),
          );
        });
        return p.end('E').boundaryError('Border', 'P', 'Y').service('Z').end('F');
      }),
      behaviors,
      [...before, throwing('uB', 'Y')],
    );
    expect(living(player)).toEqual(['H', 'P', 'X2', 'uA']);
    complete('uA')(player);
    expect(living(player)).toEqual(['Z']);
  });

  it('by an escalation of one of them ends none', () => {
    const player = play(
      process((p) => {
        const escalation: Throw = { type: 'escalation', code: fixed('X') };
        p.start('S')
          .task('A')
          .set('A', { compensation: { activity: 'uA' } });
        p.from(null).sub('uA', (inner) => inner.start('I').throw('T', escalation).service('B').end('O'));
        p.set('uA', { isCompensation: true }).from('A').throw('X', undo()).end('E');
        return handler(p, { type: 'escalation', code: 'X' });
      }),
      behaviors,
      [start()],
    );
    expect(living(player)).toEqual(['B', 'H', 'H1', 'uA']);
  });
});

describe('an event that waits for what it undoes further out', () => {
  it('and is interrupted leaves all of it to be undone', () => {
    const player = play(
      process((p) => {
        p.start('S').sub('Q', (inner) => undoable(inner.start('I'), 'A', 'B').end('O'));
        p.sub('P', (inner) => inner.start('J').throw('X', undo('Q')).end('O2')).end('E');
        return p.boundary('Border', 'P', signal('s')).service('Z').end('F');
      }),
      behaviors,
      [start(), complete('A'), complete('B')],
    );
    expect(living(player)).toEqual(['P', 'X', 'uB']);
    receive('s')(player);
    expect(living(player)).toEqual(['Z', 'uB']);
    complete('uB')(player);
    expect(living(player)).toEqual(['Z', 'uA']);
    complete('uA')(player);
    complete('Z')(player);
    expect(player.current.status).toBe('completed');
  });
});

describe('an event that a repeated activity throws', () => {
  it('undoes without keeping the repetition from going on or ending it', () => {
    const loop: Loop = {
      type: 'multi',
      sequential: false,
      cardinality: fixed(2),
      behavior: { of: 'one', throws: undo() },
    };
    const player = play(
      process((p) => undoable(p.start('S'), 'A', 'B').service('M').set('M', { loop }).end('E')),
      behaviors,
      [start(), complete('A'), complete('B'), complete('M')],
    );
    expect(living(player)).toEqual(['M', 'M', 'uB']);
    complete('uB')(player);
    complete('uA')(player);
    expect(living(player)).toEqual(['M', 'M']);
    complete('M')(player);
    expect([undone(player), player.current.status]).toEqual([['+uB', '+uA'], 'completed']);
  });
});

describe('an event that undoes everything and waits', () => {
  const twice = (...throws: Throw[][]) =>
    play(
      process((p) => {
        undoable(p.start('S'), 'A', 'B');
        for (const [at, each] of throws.entries()) p.throw(`X${at}`, ...each);
        return p.service('C').end('E');
      }),
      behaviors,
      [start(), complete('A'), complete('B')],
    );

  it('waits for what is undone already with nobody waiting for it', () => {
    const player = twice([undo(null, false)], [undo()]);
    expect(living(player)).toEqual(['X1', 'uB']);
    complete('uB')(player);
    expect(living(player)).toEqual(['X1', 'uA']);
    complete('uA')(player);
    expect(living(player)).toEqual(['C']);
  });

  it('waits for each of several that are under way', () => {
    const player = twice([undo('A', false), undo('B', false)], [undo()]);
    expect(living(player)).toEqual(['X1', 'uA', 'uB']);
    complete('uB')(player);
    expect(living(player)).toEqual(['X1', 'uA']);
    complete('uA')(player);
    expect(living(player)).toEqual(['C']);
  });

  it('leaves to another what that one waits for', () => {
    const player = play(
      process((p) => {
        undoable(p.start('S'), 'A', 'B').parallel('G').throw('X', undo()).service('C').end('E');
        return p.from('G').service('D').throw('Y', undo()).service('Z').end('F');
      }),
      behaviors,
      [start(), complete('A'), complete('B'), complete('D')],
    );
    expect(living(player)).toEqual(['X', 'Z', 'uB']);
    complete('uB')(player);
    complete('uA')(player);
    expect(living(player)).toEqual(['C', 'Z']);
  });

  it('waits for each of several whose asker was interrupted', () => {
    const player = play(
      process((p) => {
        undoable(p.start('S'), 'A', 'B', 'D').throw('X', undo('A', false), undo('B', false));
        p.throw('Y', undo()).end('E');
        return handler(p, signal('s'), (h) => h.service('H1').throw('Z', undo()));
      }),
      behaviors,
      [start(), complete('A'), complete('B'), complete('D'), receive('s'), complete('H1')],
    );
    expect(living(player)).toEqual(['H', 'Z', 'uA', 'uB']);
    complete('uA')(player);
    expect(living(player)).toEqual(['H', 'Z', 'uB']);
    complete('uB')(player);
    expect(living(player)).toEqual(['H', 'Z', 'uD']);
    complete('uD')(player);
    expect(player.current.status).toBe('completed');
  });

  it('waits for two of its own', () => {
    const player = twice([undo('A'), undo('B')]);
    expect(living(player)).toEqual(['X0', 'uA']);
    complete('uA')(player);
    expect(living(player)).toEqual(['X0', 'uB']);
    complete('uB')(player);
    expect(living(player)).toEqual(['C']);
  });

  it('interrupted while it waits for several leaves each of them', () => {
    const player = play(
      process((p) => {
        undoable(p.start('S'), 'A', 'B', 'D').throw('X', undo('A', false), undo('B', false));
        p.throw('Y', undo()).end('E');
        return handler(p, signal('s'));
      }),
      behaviors,
      [start(), complete('A'), complete('B'), complete('D'), receive('s')],
    );
    expect(living(player)).toEqual(['H', 'H1', 'uA', 'uB']);
    complete('H1')(player);
    complete('uB')(player);
    complete('uA')(player);
    expect(living(player)).toEqual(['uD']);
    complete('uD')(player);
    expect([undone(player), player.current.status]).toEqual([['+uA', '+uB', '+uD'], 'completed']);
  });
});
