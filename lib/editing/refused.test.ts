import { describe, expect, it } from 'vitest';
import * as editing from '.';
import {
  document,
  ids,
  kind,
  laned,
  lower,
  partner,
  partnered,
  plane,
  pool,
  sub,
} from './testing/containers';

const REFUSED: [name: string, operate: () => editing.EditResult, words: RegExp][] = [
  ['a lane in no pool', () => editing.addLane(document, ids.task, 'above'), /belong to a pool/],
  ['a lane too flat', () => editing.divideLane(laned.document, lower, 3), /at least 180 px high; it is 100/],
  ['lanes divided already', () => editing.divideLane(laned.document, pool, 2), /is divided already/],
  [
    'notes in lanes',
    () => editing.moveToLane(laned.document, [pool], lower),
    /Only steps, events and gateways/,
  ],
  ['the only process as a black box', () => editing.toBlackBox(partnered.document, pool), /only process/],
  ['closing a task', () => editing.collapse(document, ids.task), /Only sub-processes/],
  ['opening what is open', () => editing.expand(sub.document, sub.sub), /open already/],
  ['a repeating gateway', () => editing.setRepetition(document, ids.gateway, 'loop'), /Only steps/],
  [
    'a compensation step with flows',
    () => editing.setForCompensation(document, ids.task, true),
    /has no flows/,
  ],
  [
    'an ad-hoc sub-process with a start',
    () => editing.setAdHoc(sub.document, sub.sub, true),
    /no start and end events: move the start event out first/,
  ],
  ['aligning one', () => editing.align(document, [ids.task], 'left'), /two or more/],
  [
    'distributing two',
    () => editing.distribute(document, [ids.task, ids.end], 'vertically'),
    /three or more/,
  ],
  [
    'space in nothing',
    () => editing.makeSpace(document, { plane: 'x', axis: 'x', at: 0, by: 1 }),
    /no drawing/,
  ],
  [
    'a place that is no number',
    () => editing.addNode(document, kind('task'), { plane, at: { x: Number.NaN, y: 0 } }),
    /two numbers/,
  ],
  ['deleting the file', () => editing.remove(document, [document.root]), /Only what is drawn/],
  ['a message inside a pool', () => editing.connect(laned.document, ids.end, ids.task), /Nothing follows/],
  [
    'a sequence flow between pools',
    () => editing.connect(partnered.document, ids.end, partner),
    /messages only/,
  ],
];

describe('what can’t be done', () => {
  it.each(REFUSED)('%s is refused in words', (_name, operate, words) => {
    const result = operate();
    expect(editing.isRefused(result) && result.refused).toMatch(words);
  });
});
