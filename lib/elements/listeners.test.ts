import { describe, expect, it } from 'vitest';
import type { ExecutableNode, ExecutionListener } from '@/engine/core/model';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { fixed, outside, variable } from '@/engine/testing/expressions';
import { answers, complete, failWork, play, retry, start, throwing, trace } from '@/engine/testing/scenario';
import { behaviors } from './behaviors';

const work = (type: string): ExecutionListener => ({ workType: fixed(type), retries: 2 });
const around: Pick<ExecutableNode, 'listeners'> = {
  listeners: { start: [work('before')], end: [work('after')] },
};
const listening = (draw: (p: ProcessBuilder) => unknown) => process((p) => draw(p.start('S')));
type Player = ReturnType<typeof play>;
/** The type of the work that an element waits for. */
const asked = (player: Player, id = 'A') => {
  const wait = player.current.activations[player.key(id)]?.wait;
  return wait?.kind === 'work' ? wait.workType : wait?.kind;
};

describe('execution listeners', () => {
  it('are work before and after the element, one after the other', () => {
    const two = { start: [work('1'), work('2')], end: [work('3'), work('4')] };
    const player = play(
      listening((p) => p.service('A', { more: { listeners: two } }).end('E')),
      behaviors,
      [start()],
    );
    for (const type of ['1', '2', 'work', '3', '4']) {
      expect(asked(player)).toBe(type);
      complete('A')(player);
    }
    expect(player.current.status).toBe('completed');
    expect(Object.keys(player.current.variables)).toEqual([]);
  });

  it('for the start give what the element sees and nobody else, for the end what the scope around sees', () => {
    const player = play(
      listening((p) =>
        p.service('A', { more: around, outputs: [{ target: 'seen', value: variable('x') }] }).end('E'),
      ),
      behaviors,
      [start(), complete('A', { x: 1 }), complete('A'), complete('A', { y: 2 })],
    );
    expect(player.current.variables).toEqual({ seen: 1, y: 2 });
  });

  it('follow the mappings: the type may depend on what they make', () => {
    const listeners = { start: [{ workType: variable('kind'), retries: 2 }] };
    const inputs = [{ target: 'kind', value: fixed('made') }];
    const player = play(
      listening((p) => p.service('A', { inputs, more: { listeners } }).end('E')),
      behaviors,
      [start()],
    );
    expect(asked(player)).toBe('made');
  });

  it('run around gateways, events and sub-processes', () => {
    const player = play(
      listening((p) =>
        p
          .exclusive('A')
          .set('A', around)
          .sub('P', (inner) => inner.start('I').task('T').end('O'), { more: around })
          .end('E')
          .set('E', around),
      ),
      behaviors,
      [start()],
    );
    for (const id of ['A', 'P', 'E'])
      for (const type of ['before', 'after']) {
        expect(asked(player, id)).toBe(type);
        complete(id)(player);
      }
    expect(player.current.status).toBe('completed');
  });

  it('run around each repetition, not around all of them', () => {
    const loop = { type: 'standard' as const, testBefore: false, maximum: 2 };
    const player = play(
      listening((p) => p.task('A', { more: { ...around, loop } }).end('E')),
      behaviors,
      [start()],
    );
    for (const type of ['before', 'after', 'before', 'after']) {
      expect(asked(player)).toBe(type);
      complete('A')(player);
    }
    expect(player.current.status).toBe('completed');
  });

  it('for the end run when nothing can interrupt the element any more', () => {
    const player = play(
      listening((p) =>
        p.service('A', { more: around }).end('E').boundaryTimer('B', 'A', fixed('PT1H')).end('F'),
      ),
      behaviors,
      [start(), complete('A'), complete('A')],
    );
    expect(asked(player)).toBe('after');
    expect(trace(player.events)).toContain('timer.cancelled(B)');
  });

  it('are tried again, and repaired without doing again what is done', () => {
    const player = play(
      listening((p) => p.service('A', { more: around }).end('E')),
      behaviors,
      [start(), complete('A'), complete('A'), failWork('A', 'no', '2026-01-01T00:00:01.000Z')],
    );
    expect(player.lease('A').attempt).toBe(2);
    failWork('A')(player);
    expect(Object.values(player.current.incidents)).toMatchObject([{ code: 'work-exhausted' }]);
    retry()(player);
    expect(asked(player)).toBe('after');
    complete('A')(player);
    expect(player.current.status).toBe('completed');
  });

  it('may report an error that the border catches', () => {
    const player = play(
      listening((p) =>
        p.service('A', { more: around }).end('E').boundaryError('B', 'A', 'X').service('C').end('F'),
      ),
      behaviors,
      [start(), throwing('A', 'X')],
    );
    expect(asked(player, 'C')).toBe('work');
  });

  it('may have a type that is computed outside', () => {
    const listeners = { end: [{ workType: outside('= f()'), retries: 1 }] };
    const player = play(
      listening((p) => p.task('A', { more: { listeners } }).end('E')),
      behaviors,
      [start(), answers('A', { '= f()': 'made' })],
    );
    expect(asked(player)).toBe('made');
    complete('A')(player);
    expect(player.current.status).toBe('completed');
  });

  it('run after an event that was waited for', () => {
    const player = play(
      listening((p) =>
        p
          .catch('A', { type: 'signal', name: fixed('s') })
          .set('A', around)
          .end('E'),
      ),
      behaviors,
      [start(), complete('A')],
    );
    player.send({ type: 'receive-signal', key: player.key('A'), name: 's', variables: {} });
    expect(asked(player)).toBe('after');
  });
});
