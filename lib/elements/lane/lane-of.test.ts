import { describe, expect, it } from 'vitest';
import { also, type Drawn, draw, type Entry, extensions } from '@/engine/compile/testing/draw';
import { compileX } from '@/lib/triggers/testing/compiled';
import type { UserTaskConfig } from '../user-task/config';
import { laneGroup } from './lane-of';

const SET: Record<string, Entry> = { Set: { type: 'LaneSet', parent: 'P', containment: 'laneSets' } };
const lane = (name: string, nodes: string[], more: Partial<Entry> = {}): Entry => ({
  type: 'Lane',
  parent: 'Set',
  containment: 'lanes',
  attrs: { name },
  refs: { flowNodeRef: nodes },
  ...more,
});
const inside = { Inner: { type: 'LaneSet', parent: 'Outer', containment: 'childLaneSet' } };

describe('the group of a lane', () => {
  const ROWS: [name: string, entries: Record<string, Entry>, group: string | undefined][] = [
    ['is its name', { L: lane('Sales', ['X']) }, 'Sales'],
    ['is none without a lane', { L: lane('Sales', ['Y']) }, undefined],
    ['is none without a name', { L: lane(' ', ['X']) }, undefined],
    [
      'is that of the innermost lane',
      { Outer: lane('Office', ['X']), ...inside, L: lane('Sales', ['X'], { parent: 'Inner' }) },
      'Sales',
    ],
    [
      'is the resource that its partition is',
      {
        L: lane('Sales', ['X']),
        R: { type: 'Resource', parent: 'L', containment: 'partitionElement', attrs: { name: 'sales-eu' } },
      },
      'sales-eu',
    ],
    [
      'is the resource that its partition refers to',
      {
        R: { type: 'Resource', attrs: { name: 'sales-eu' } },
        L: lane('Sales', [], { refs: { flowNodeRef: ['X'], partitionElementRef: 'R' } }),
      },
      'sales-eu',
    ],
  ];
  it.each(ROWS)('%s', (_name, entries, group) => {
    expect(laneGroup(also(draw({ X: 'UserTask' }, []), { ...SET, ...entries }), 'X')).toBe(group);
  });

  it('is that of the sub-process around a step', () => {
    const document = draw({ S: 'SubProcess', X: { type: 'UserTask', in: 'S' } }, []);
    expect(laneGroup(also(document, { ...SET, L: lane('Sales', ['S']) }), 'X')).toBe('Sales');
  });
});

describe('a user task in a lane', () => {
  const groups = (drawn: Drawn) =>
    (compileX(drawn, { ...SET, L: lane('Sales, EU', ['X']) }).config as UserTaskConfig).candidateGroups;
  it('is offered to the group of the lane', () => {
    expect(groups('UserTask')).toEqual({ mode: 'static', source: 'Sales, EU', value: ['Sales, EU'] });
  });
  it('keeps what it says itself', () => {
    const values = extensions({ $type: 'zeebe:AssignmentDefinition', assignee: 'mia' });
    expect(groups({ type: 'UserTask', values })).toBeUndefined();
  });
});
