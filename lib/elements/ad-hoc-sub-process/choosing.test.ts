import { describe, expect, it } from 'vitest';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { fixed, variable } from '@/engine/testing/expressions';
import { complete, play, start, trace } from '@/engine/testing/scenario';
import { choose } from '@/engine/testing/scenario-steps';
import { behaviors } from '../behaviors';

/** An ad-hoc sub-process `P` of the steps A, B and C. */
const adHoc = (config: object, draw: (p: ProcessBuilder) => unknown = () => {}) =>
  process((p) =>
    p
      .start('S')
      .sub(
        'P',
        (inner) => {
          for (const id of ['A', 'B', 'C']) inner.service(id).from(null);
          return draw(inner);
        },
        {
          kind: 'ad-hoc-sub-process',
          type: 'adHocSubProcess',
          config: { sequential: false, cancelRemaining: true, ...config },
        },
      )
      .end('E'),
  );
const living = (player: ReturnType<typeof play>) =>
  Object.values(player.current.activations)
    .filter(({ attachedTo }) => attachedTo === undefined)
    .map(({ elementId }) => elementId);
const reacting = (interrupting: boolean) => (p: ProcessBuilder) =>
  p.eventSub(
    'H',
    { type: 'signal', name: fixed('s') },
    (inner) => inner.start('H0').service('H1').end('H9'),
    interrupting,
  );
const signal = (player: ReturnType<typeof play>) =>
  player.send({ type: 'receive-signal', key: player.key('H'), name: 's', variables: {} });

describe('an ad-hoc sub-process of one step after the other', () => {
  const sequential = { sequential: true, activeElements: fixed(['A']) };

  it('keeps what is chosen while a step runs until that one is done', () => {
    const player = play(adHoc(sequential), behaviors, [start(), choose('P', 'C', 'B')]);
    for (const id of ['A', 'C', 'B']) {
      expect(living(player)).toEqual(['P', id]);
      complete(id)(player);
    }
    expect(player.current.status).toBe('completed');
  });

  it('goes on beside an event sub-process that does not interrupt, and waits for it in the end', () => {
    const player = play(adHoc({ sequential: true }, reacting(false)), behaviors, [start(), signal]);
    for (const id of ['A', 'B', 'C']) complete(id)(player);
    expect(living(player)).toEqual(['P', 'H', 'H1']);
    expect(choose('P', 'A')(player)).toMatchObject({ code: 'not-ad-hoc' });
    complete('H1')(player);
    expect(player.current.status).toBe('completed');
  });

  it('begins nothing more once it is interrupted', () => {
    const player = play(adHoc({ sequential: true }, reacting(true)), behaviors, [start(), signal]);
    expect(choose('P', 'B')(player)).toMatchObject({ code: 'not-ad-hoc' });
    complete('H1')(player);
    expect([living(player), player.current.status]).toEqual([[], 'completed']);
    expect(trace(player.events)).not.toContain('+B');
  });
});

describe('an ad-hoc sub-process whose completion condition is met', () => {
  const enough = { completionCondition: variable('enough'), cancelRemaining: false };

  it('begins nothing more while it waits for what runs, whatever the condition says then', () => {
    const player = play(adHoc(enough), behaviors, [
      start({ enough: false }),
      choose('P', 'A'),
      complete('B', { enough: true }),
    ]);
    expect(choose('P', 'B')(player)).toMatchObject({ code: 'not-ad-hoc' });
    complete('A', { enough: false })(player);
    complete('A')(player);
    expect(living(player)).toEqual(['P', 'C']);
    complete('C')(player);
    expect(player.current.status).toBe('completed');
  });

  it('ends an event sub-process, too, when it cancels what remains', () => {
    const cancels = { ...enough, cancelRemaining: true };
    const player = play(adHoc(cancels, reacting(false)), behaviors, [
      start({ enough: false }),
      signal,
      complete('A', { enough: true }),
    ]);
    expect([living(player), player.current.status]).toEqual([[], 'completed']);
  });
});
