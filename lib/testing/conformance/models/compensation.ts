import * as define from './definitions';
import type { Model } from './model';
import { one } from './one';
import { boundary, chain, end, flow, start, step, sub, tag, throwing } from './xml';

/** A step and what undoes it: `A` is undone by `uA`. */
const undoable = (id: string): string =>
  step(id) +
  boundary(`b${id}`, id, true, define.compensation()) +
  step(`u${id}`, { isForCompensation: true }) +
  tag('association', {
    id: `as${id}`,
    associationDirection: 'One',
    sourceRef: `b${id}`,
    targetRef: `u${id}`,
  });

const before = start('P0') + undoable('A') + undoable('B');

export const COMPENSATION: readonly Model[] = [
  {
    name: 'Compensation_IntermediateThrowEvent_ReverseOrder',
    xml: one(before, throwing('X', define.compensation()), step('C'), chain('P0', 'A', 'B', 'X', 'C')),
    trace: 'A B uB uA C',
    inOrder: true,
  },
  {
    name: 'Compensation_IntermediateThrowEvent_activityRef',
    xml: one(before, throwing('X', define.compensation('A')), step('C'), chain('P0', 'A', 'B', 'X', 'C')),
    trace: 'A B uA C',
    inOrder: true,
  },
  {
    name: 'Compensation_IntermediateThrowEvent_NotWaiting',
    xml: one(
      before,
      throwing('X', define.compensationMeanwhile()),
      step('C'),
      chain('P0', 'A', 'B', 'X', 'C'),
    ),
    trace: 'A B uB C uA',
    inOrder: true,
  },
  {
    name: 'Compensation_EndEvent_activityRef',
    xml: one(before, end('X', define.compensation('B')), chain('P0', 'A', 'B', 'X')),
    trace: 'A B uB',
    inOrder: true,
  },
  {
    name: 'Compensation_NothingDone',
    xml: one(
      start('P0') +
        throwing('X', define.compensation('A')) +
        step('C') +
        chain('P0', 'X', 'C', 'A') +
        undoable('A'),
    ),
    trace: 'C A',
    inOrder: true,
  },
  {
    name: 'Compensation_OnlyOnce',
    xml: one(
      start('P0') +
        undoable('A') +
        throwing('X', define.compensation()) +
        throwing('Y', define.compensation()),
      chain('P0', 'A', 'X', 'Y'),
    ),
    trace: 'A uA',
    inOrder: true,
  },
  {
    name: 'Compensation_SubProcess_FromOutside',
    xml: one(
      start('P0') + sub('S', start('S0') + undoable('A') + undoable('B') + chain('S0', 'A', 'B')),
      throwing('X', define.compensation('S')) + step('C') + chain('P0', 'S', 'X', 'C'),
    ),
    trace: 'A B uB uA C',
    inOrder: true,
  },
  {
    name: 'Compensation_StartEvent_EventSubProcess',
    xml: one(
      start('P0') +
        sub(
          'S',
          start('S0') + step('A') + chain('S0', 'A'),
          tag(
            'subProcess',
            { id: 'H', triggeredByEvent: true },
            start('H0', define.compensation()) + step('uS') + chain('H0', 'uS'),
          ),
        ),
      throwing('X', define.compensation('S')) + step('C') + chain('P0', 'S', 'X', 'C'),
    ),
    trace: 'A uS C',
    inOrder: true,
  },
  {
    name: 'Compensation_TriggeredByCancel_ReverseOrder',
    xml: one(
      start('P0') +
        tag(
          'transaction',
          { id: 'T' },
          start('T0') +
            undoable('A') +
            undoable('B') +
            end('T9', define.cancel()) +
            chain('T0', 'A', 'B', 'T9'),
        ),
      step('C') + chain('P0', 'T', 'C'),
      boundary('H', 'T', true, define.cancel()) + step('D') + flow('H', 'D'),
    ),
    trace: 'A B uB uA D',
    inOrder: true,
  },
];
