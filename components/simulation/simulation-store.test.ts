import { describe, expect, it } from 'vitest';
import { flow, processDocument, service } from '@/lib/simulation/testing';
import { nextFrame } from './frames';
import { createSimulation } from './simulation-store';

const DRAFT =
  processDocument(`<bpmn:startEvent id="S" /><bpmn:parallelGateway id="Split" />${service('A')}${service('B')}
  <bpmn:parallelGateway id="Join" /><bpmn:endEvent id="E" />${flow('F', 'S', 'Split')}${flow('ToA', 'Split', 'A')}
  ${flow('ToB', 'Split', 'B')}${flow('A2', 'A', 'Join')}${flow('B2', 'B', 'Join')}${flow('G', 'Join', 'E')}`);

describe('the pictures of a simulation', () => {
  it('show one move each; tokens that leave together move together', () => {
    const store = createSimulation(DRAFT);
    store.getState().start({});
    const { entries } = store.getState().session!;
    const moves: string[][] = [];
    for (let from = 0, to = nextFrame(entries, 0); from < to; from = to, to = nextFrame(entries, to))
      moves.push(
        entries
          .slice(from, to)
          .flatMap(({ event }) => (event.type === 'flow.taken' ? [event.data.flowId] : [])),
      );
    expect(moves).toEqual([['F'], ['ToA', 'ToB'], []]);
  });
});

describe('a simulation', () => {
  it('begins, moves on by steps and by what is answered, and starts over', () => {
    const store = createSimulation(DRAFT);
    const state = store.getState;
    expect(state().start({ variables: { n: 1 } })).toBe(true);
    state().skip();
    expect(state().shown).toBe(state().session!.entries.length);
    expect(state().perform({ at: 'A', result: {} })).toBe(true);
    expect(state().perform({ at: 'B', result: {} })).toBe(true);
    const { shown } = state();
    expect(shown).toBeLessThan(state().session!.entries.length);
    state().advance();
    expect(state().shown).toBeGreaterThan(shown);
    expect(state().session!.state.status).toBe('completed');
    state().reset();
    expect(state()).toMatchObject({ session: null, shown: 0, refused: null });
  });

  it('runs a sample case to its end, shown from the beginning', () => {
    const { getState } = createSimulation(DRAFT);
    expect(getState().startSample({ variables: { n: 1 } })).toBe(true);
    const { session, shown, refused } = getState();
    expect(session!.state.status).toBe('completed');
    expect(shown).toBe(nextFrame(session!.entries, 0));
    expect(shown).toBeLessThan(session!.entries.length);
    expect(refused).toBeNull();
  });

  it('says why something isn’t done, until something is', () => {
    const { getState } = createSimulation(DRAFT);
    getState().start({});
    expect(getState().perform({ at: 'E', result: {} })).toBe(false);
    expect(getState().refused).toMatch(/doesn’t wait for work now/);
    getState().perform({ at: 'A', result: {} });
    expect(getState().refused).toBeNull();
  });

  it('of a draft with errors is not begun, and says them', () => {
    const broken =
      processDocument(`<bpmn:startEvent id="S" /><bpmn:exclusiveGateway id="G" /><bpmn:endEvent id="E" />
      <bpmn:endEvent id="F" />${flow('A', 'S', 'G')}${flow('B', 'G', 'E', 'n &gt;')}${flow('C', 'G', 'F', 'true')}`);
    const { getState } = createSimulation(broken);
    expect(getState().problems).toMatchObject([{ elementId: 'B', severity: 'error' }]);
    expect(getState().start({})).toBe(false);
  });

  it('follows the conditions by itself when it is told so, in the middle too', () => {
    const choice = processDocument(`<bpmn:startEvent id="S" /><bpmn:exclusiveGateway id="G" default="C" />
      <bpmn:endEvent id="E" /><bpmn:endEvent id="F" />${flow('A', 'S', 'G')}${flow('B', 'G', 'E', 'n = 1')}${flow('C', 'G', 'F')}`);
    const { getState } = createSimulation(choice);
    getState().start({ variables: { n: 1 } });
    expect(getState().session!.state.status).toBe('running');
    getState().setAsking(false);
    expect(getState().session!.state.status).toBe('completed');
    getState().reset();
    getState().start({ variables: { n: 1 } });
    expect(getState().session!.state.status).toBe('completed');
  });

  it('shows what a scenario did when it is given one', () => {
    const { getState } = createSimulation(DRAFT);
    getState().start({});
    getState().perform({ at: 'A', result: {} });
    const again = createSimulation(DRAFT, getState().session!);
    expect(again.getState().session!.steps).toEqual([{ at: 'A', result: {} }]);
  });
});
