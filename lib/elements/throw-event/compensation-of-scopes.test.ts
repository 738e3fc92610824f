import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/engine/core/json';
import type { Loop } from '@/engine/core/loop-model';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { fixed } from '@/engine/testing/expressions';
import { complete, play, start, trace } from '@/engine/testing/scenario';
import { behaviors } from '../behaviors';

const compensation: Trigger = { type: 'compensation' };
const undo = (activity: string | null = null): Throw => ({ type: 'compensation', activity, wait: true });
const times = (cardinality: number, sequential = true): Loop => ({
  type: 'multi',
  sequential,
  cardinality: fixed(cardinality),
  behavior: { of: 'all' },
});

/** What undoes an activity: `A` is undone by `uA`. */
const undoneBy = (p: ProcessBuilder, id: string) =>
  p
    .set(id, { compensation: { activity: `u${id}` } })
    .boundary(`b${id}`, id, compensation)
    .from(null)
    .service(`u${id}`)
    .set(`u${id}`, { isCompensation: true })
    .from(id);
const undoable = (p: ProcessBuilder, ...ids: string[]) => {
  for (const id of ids) undoneBy(p.service(id), id);
  return p;
};
/** Whether a variable is true. */
const holds =
  (name: string) =>
  ({ variables }: { variables: JsonObject }) => ({
    ok: true as const,
    value: variables[name] === true,
    missing: [],
  });
const handlers = (player: ReturnType<typeof play>) => trace(player.events).match(/\+u./g) ?? [];

describe('a repeated sub-process that is undone', () => {
  const repeated = (draw: (p: ProcessBuilder) => unknown, loop: Loop) =>
    process((p) => {
      p.start('S').sub('P', (inner) => undoable(inner.start('I'), 'A', 'B').end('O'));
      draw(p.set('P', { loop }));
      return p.from('P').throw('X', undo('P')).end('E');
    });
  const done = ['A', 'B', 'A', 'B'].map((id) => complete(id));

  it.each([true, false])('has its own handler run for each time, not those inside (sequential %s)', (one) => {
    const player = play(
      repeated((p) => undoneBy(p, 'P'), times(2, one)),
      behaviors,
      [
        start(),
        ...(one ? done : ['A', 'A', 'B', 'B'].map((id) => complete(id))),
        complete('uP'),
        complete('uP'),
      ],
    );
    expect([handlers(player), player.current.status]).toEqual([['+uP', '+uP'], 'completed']);
  });

  it('without one has what is inside undone in reverse order, the last time first', () => {
    const player = play(
      repeated(() => {}, times(2)),
      behaviors,
      [start(), ...done, ...['uB', 'uA', 'uB', 'uA'].map((id) => complete(id))],
    );
    expect([handlers(player), player.current.status]).toEqual([['+uB', '+uA', '+uB', '+uA'], 'completed']);
  });

  it('with a handler inside it has that one run for each time', () => {
    const own = (p: ProcessBuilder) => {
      p.start('S').sub('P', (inner) => {
        undoable(inner.start('I'), 'A').end('O');
        return inner.eventSub('uP', compensation, (h) => h.start('H0').service('H1').end('H9'));
      });
      p.set('P', { loop: times(2), compensation: { eventSubProcess: 'uP' } });
      return p.throw('X', undo('P')).end('E');
    };
    const player = play(process(own), behaviors, [
      start(),
      complete('A'),
      complete('A'),
      complete('H1'),
      complete('H1'),
    ]);
    expect([handlers(player), player.current.status]).toEqual([['+uP', '+uP'], 'completed']);
  });

  it('of which there was none has nothing undone', () => {
    const player = play(
      repeated((p) => undoneBy(p, 'P'), times(0)),
      behaviors,
      [start()],
    );
    expect([handlers(player), player.current.status]).toEqual([[], 'completed']);
  });
});

describe('a sub-process with a handler of its own', () => {
  it('has that one run, with the data it had, not those inside', () => {
    const executable = process((p) => {
      p.start('S').sub('P', (inner) => undoable(inner.start('I'), 'A').end('O'));
      p.set('P', { inputs: [{ target: 'own', value: fixed(7) }] });
      return undoneBy(p, 'P').throw('X', undo()).end('E');
    });
    const player = play(executable, behaviors, [start(), complete('A')]);
    expect(handlers(player)).toEqual(['+uP']);
    expect(player.current.activations[player.key('uP')]?.variables).toEqual({ own: 7 });
    complete('uP')(player);
    expect(player.current.status).toBe('completed');
  });
});

describe('an end event that undoes and cancels its transaction', () => {
  it.each([true, false])('is left when all is undone (undoing first %s)', (first) => {
    const throws: Throw[] = [undo('A'), { type: 'cancel' }];
    const executable = process((p) => {
      p.start('S').sub(
        'T',
        (t) => undoable(t.start('I'), 'A', 'B').end('Z', ...(first ? throws : throws.toReversed())),
        { kind: 'transaction', type: 'transaction' },
      );
      return p.boundary('Cancelled', 'T', { type: 'cancel' }).end('E');
    });
    const player = play(executable, behaviors, [
      start(),
      ...['A', 'B', 'uA', 'uB'].map((id) => complete(id)),
    ]);
    expect([handlers(player), player.current.status]).toEqual([['+uA', '+uB'], 'completed']);
    expect(trace(player.events)).toMatch(/-uB .*\+Cancelled/);
  });
});

/** Cancelling compensates the completed portions of what is still active inside (BPMN 2.0.2, 13.5.5). */
describe('a transaction that is cancelled while sub-processes run in it', () => {
  const cancelled = (loop?: Loop) =>
    process((p) => {
      p.start('S').sub(
        'T',
        (t) => {
          undoable(t.start('T0'), 'A').parallel('F');
          t.sub('P', (inner) => undoable(inner.start('I'), 'B').service('W').end('O')).end('N');
          if (loop) t.set('P', { loop });
          return t.from('F').service('D').end('C', { type: 'cancel' });
        },
        { kind: 'transaction', type: 'transaction' },
      );
      return p.boundary('Cancelled', 'T', { type: 'cancel' }).end('E');
    });

  it('undoes what completed in them, too', () => {
    const player = play(cancelled(), behaviors, [
      start(),
      ...['A', 'B', 'D', 'uB', 'uA'].map((id) => complete(id)),
    ]);
    expect([handlers(player), player.current.status]).toEqual([['+uB', '+uA'], 'completed']);
    expect(trace(player.events)).toMatch(/xW .*xP .*\+uB .*-C xT \+Cancelled/);
  });

  it.each([true, false])('undoes what is left where they undo already (waited for %s)', (wait) => {
    const executable = process((p) => {
      p.start('S').sub(
        'T',
        (t) => {
          undoable(t.start('T0'), 'A').parallel('F');
          t.sub('P', (inner) =>
            undoable(inner.start('I'), 'B', 'C')
              .throw('X', { ...undo(), wait } as Throw)
              .service('W')
              .end('O'),
          ).end('N');
          return t.from('F').service('D').end('Z', { type: 'cancel' });
        },
        { kind: 'transaction', type: 'transaction' },
      );
      return p.boundary('Cancelled', 'T', { type: 'cancel' }).end('E');
    });
    const player = play(executable, behaviors, [start(), ...['A', 'B', 'C', 'D'].map((id) => complete(id))]);
    expect(player.current.activations[player.key('uB')]?.scopeKey).toBe(player.key('T'));
    for (const id of ['uB', 'uA']) complete(id)(player);
    expect([handlers(player), player.current.status]).toEqual([['+uC', '+uB', '+uA'], 'completed']);
    expect(trace(player.events)).toMatch(/xuC .*\+uB/);
  });

  it('undoes every repetition', () => {
    const player = play(cancelled(times(2, false)), behaviors, [
      start(),
      ...['A', 'B', 'B', 'D', 'uB', 'uB', 'uA'].map((id) => complete(id)),
    ]);
    expect([handlers(player), player.current.status]).toEqual([['+uB', '+uB', '+uA'], 'completed']);
  });

  it.each([true, false])(
    'that is repeated is cancelled and undone as a whole (sequential %s)',
    (sequential) => {
      const repeated = process((p) => {
        p.start('S').sub(
          'T',
          (t) => {
            const cancels = { ...fixed(null), mode: 'bounded' as const, evaluate: holds('cancels') };
            undoable(t.start('T0'), 'A').service('D').exclusive('X');
            t.end('C', { type: 'cancel' }).when(cancels);
            return t.from('X').end('N').byDefault();
          },
          { kind: 'transaction', type: 'transaction', more: { loop: times(2, sequential) } },
        );
        return p.boundary('Cancelled', 'T', { type: 'cancel' }).end('E');
      });
      const steps = sequential ? ['A', 'D', 'A'] : ['A', 'A', 'D'];
      const player = play(repeated, behaviors, [
        start({ cancels: false }),
        ...steps.map((id) => complete(id)),
        complete('D', { cancels: true }),
      ]);
      expect(Object.values(player.current.activations).map(({ elementId }) => elementId)).not.toContain('D');
      complete('uA')(player);
      complete('uA')(player);
      expect([handlers(player), player.current.status]).toEqual([['+uA', '+uA'], 'completed']);
    },
  );
});
