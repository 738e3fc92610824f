import { describe, expect, it } from 'vitest';
import type { Throw } from '@/engine/core/triggers';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { fixed, outside } from '@/engine/testing/expressions';
import { answers, complete, play, start, trace } from '@/engine/testing/scenario';
import { behaviors } from '../behaviors';

const undo = (wait = true): Throw => ({ type: 'compensation', activity: null, wait });
const error: Throw = { type: 'error', code: fixed('X'), message: '' };
const terminate: Throw = { type: 'terminate' };
const escalation: Throw = { type: 'escalation', code: fixed('L') };
const message: Throw = { type: 'message', name: fixed('M'), correlation: { by: 'none' }, timeToLive: null };

type Player = ReturnType<typeof play>;
const living = (player: Player) =>
  Object.values(player.current.activations)
    .filter(({ attachedTo }) => attachedTo === undefined)
    .map(({ elementId }) => elementId)
    .sort();

/** `A` and `B`, which `uA` and `uB` undo, then an end event with all of `throws`; `C` goes on beside it. */
const ending = (...throws: Throw[]) =>
  play(
    process((p) => {
      p.start('S').sub('P', (inner) => {
        undoable(undoable(inner.start('I'), 'A'), 'B')
          .parallel('G')
          .service('C')
          .end('O');
        return inner.from('G').end('X', ...throws);
      });
      return p.end('E').boundaryError('Border', 'P', 'X').service('Z').end('F');
    }),
    behaviors,
    [start(), complete('A'), complete('B')],
  );
const undoable = (p: ProcessBuilder, id: string) => {
  p.service(id).set(id, { compensation: { activity: `u${id}` } });
  p.boundary(`b${id}`, id, { type: 'compensation' }).from(null);
  return p.service(`u${id}`).set(`u${id}`, { isCompensation: true }).from(id);
};

/** BPMN 2.0.2, 10.5.3: all that a multiple end event throws occurs. */
describe('an end event that undoes and', () => {
  it.each([
    ['fails', [undo(), error], ['Z']],
    ['fails, named the other way round', [error, undo()], ['Z']],
    ['terminates', [undo(), terminate], []],
    ['terminates, named the other way round', [terminate, undo()], []],
  ] as [string, Throw[], string[]][])('%s does so when all is undone', (_title, throws, after) => {
    const player = ending(...throws);
    expect(living(player)).toEqual(['C', 'P', 'X', 'uB']);
    complete('uB')(player);
    expect(living(player)).toEqual(['C', 'P', 'X', 'uA']);
    complete('uA')(player);
    expect(living(player)).toEqual(after);
    expect(trace(player.events).match(/compensation\.started/g)).toHaveLength(1);
  });

  it.each([
    ['fails', error, ['Z']],
    ['terminates', terminate, []],
  ] as [string, Throw, string[]][])('%s without waiting ends what is being undone', (_title, last, after) => {
    expect(living(ending(undo(false), last))).toEqual(after);
  });

  it('sends a message does so at once, and only once', () => {
    const player = ending(undo(), message, error);
    expect(trace(player.events)).toContain('message.sent(X)');
    complete('uB')(player);
    complete('uA')(player);
    expect(trace(player.events).match(/message\.sent/g)).toHaveLength(1);
    expect(living(player)).toEqual(['Z']);
  });

  it('fails with a code that is computed outside', () => {
    const player = ending(undo(), { ...error, code: outside('= f()') });
    complete('uB')(player);
    complete('uA')(player);
    expect(living(player)).toEqual(['C', 'P', 'X']);
    answers('X', { '= f()': 'X' })(player);
    expect(living(player)).toEqual(['Z']);
  });

  it('has nothing to undo fails at once', () => {
    const player = play(
      process((p) => p.start('S').end('X', undo(), error)),
      behaviors,
      [start()],
    );
    expect(player.current.status).toBe('failed');
  });
});

describe('an end event that ends something and', () => {
  it.each([
    ['sends a message', [error, message], /message\.sent\(X\) error\.thrown/],
    ['escalates', [error, escalation], /escalation\.thrown\(X\) error\.thrown/],
    ['terminates', [terminate, message], /message\.sent\(X\).*xC/],
  ] as [string, Throw[], RegExp][])('%s does that first', (_title, throws, expected) => {
    expect(trace(ending(...throws).events)).toMatch(expected);
  });

  it('cancels its transaction sends its message first', () => {
    const player = play(
      process((p) => {
        p.start('S').sub('T', (t) => t.start('I').end('X', { type: 'cancel' }, message), {
          kind: 'transaction',
          type: 'transaction',
        });
        return p.boundary('Cancelled', 'T', { type: 'cancel' }).end('E');
      }),
      behaviors,
      [start()],
    );
    expect(trace(player.events)).toMatch(/message\.sent\(X\).*\+Cancelled/);
    expect(player.current.status).toBe('completed');
  });
});
