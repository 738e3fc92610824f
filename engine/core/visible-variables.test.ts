import { describe, expect, it } from 'vitest';
import type { Activation, InstanceState } from './state';
import { visibleVariables } from './visible-variables';

const activation = (key: number, scopeKey: number, more: Partial<Activation> = {}): Activation => ({
  key,
  elementId: `E${key}`,
  scopeKey,
  status: 'active',
  ...more,
});
const state: InstanceState = {
  format: 1,
  id: 'i',
  status: 'running',
  versionId: 'v',
  processKey: 'p',
  businessKey: null,
  seq: 1,
  nextKey: 9,
  variables: { a: 'process', b: 'process' },
  activations: {
    1: activation(1, 0, { variables: { b: 'scope', c: 'scope' } }),
    2: activation(2, 1, { variables: { c: 'own' } }),
    3: activation(3, 1, { attachedTo: 2 }),
    4: activation(4, 0),
  },
  arrivals: [],
  incidents: {},
  doneBy: {},
  startedBy: 'anna',
};

describe('visible variables', () => {
  it('come from the nearest scope that has them', () => {
    expect(visibleVariables(state, 2)).toEqual({ a: 'process', b: 'scope', c: 'own' });
    expect(visibleVariables(state, 1)).toEqual({ a: 'process', b: 'scope', c: 'scope' });
  });
  it('of a listening boundary event are those of its activity', () => {
    expect(visibleVariables(state, 3)).toEqual(visibleVariables(state, 2));
  });
  it('are the process’s own where nothing is local, or where nothing lives any more', () => {
    expect(visibleVariables(state, 4)).toBe(state.variables);
    expect(visibleVariables(state, 0)).toBe(state.variables);
    expect(visibleVariables(state, 77)).toBe(state.variables);
  });
});
