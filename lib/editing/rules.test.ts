import { describe, expect, it } from 'vitest';
import { newDocument, type ProcessDocument } from '@/lib/document';
import { kindById } from './kinds';
import { append } from './operations/append';
import { addBoundary } from './operations/attach';
import { place } from './operations/drop';
import { morph } from './operations/morph';
import { canAppend, canAttach, canContain, canDropOnFlow, canResize, connectionBetween } from './rules';
import { done, planeId, sample } from './testing/diagrams';
import { traitsOfSeed } from './traits';
import { isRefused } from './types';

const traits = (kind: string) => traitsOfSeed(kindById(kind).seed);

/** A document with one element of each kind given, far from each other, and their ids by kind. */
function having(...kinds: string[]): { document: ProcessDocument; id: (kind: string) => string } {
  let document = newDocument({ name: 'Rules', processId: 'P' });
  const ids = new Map<string, string>();
  kinds.forEach((kind, i) => {
    const result = done(
      place(document, kindById(kind), { plane: planeId(document), at: { x: 600 * i, y: 900 } }),
    );
    document = result.document;
    ids.set(kind, result.select[0] ?? '');
  });
  return { document, id: (kind) => ids.get(kind) ?? '' };
}

describe('connecting', () => {
  const FLOW = 'bpmn:SequenceFlow';
  const TABLE: [source: string, target: string, line: string | null][] = [
    ['task', 'end-event', FLOW],
    ['start-event', 'approval', FLOW],
    ['exclusive-gateway', 'catch-event.timer', FLOW],
    ['event-based-gateway', 'catch-event.timer', FLOW],
    ['event-based-gateway', 'receive-task', FLOW],
    ['event-based-gateway', 'task', null],
    ['event-based-gateway', 'end-event', null],
    ['end-event', 'task', null],
    ['task', 'start-event', null],
    ['task', 'event-sub-process', null],
    ['event-sub-process', 'task', null],
    ['throw-event.link', 'task', null],
    ['task', 'catch-event.link', null],
    ['annotation', 'task', 'bpmn:Association'],
    ['task', 'annotation', 'bpmn:Association'],
    ['annotation', 'group', null],
    ['data-object', 'task', 'bpmn:DataInputAssociation'],
    ['task', 'data-store', 'bpmn:DataOutputAssociation'],
    ['data-object', 'exclusive-gateway', null],
    ['data-object', 'data-store', null],
  ];

  it.each(TABLE)('%s → %s is %s', (source, target, line) => {
    const { document, id } = having(source, target);
    const rule = connectionBetween(document, id(source), id(target));
    if (line === null) expect(rule).toMatchObject({ refused: expect.stringMatching(/\w{4}/) });
    else expect(rule).toEqual({ type: line });
  });

  it('attaches notes to what is drawn: steps, flows and pools, and neither planes nor definitions', () => {
    const { document, id } = having('annotation', 'task');
    const flowing = done(append(document, id('task'), kindById('task')));
    const note = id('annotation');
    const flow = Object.values(flowing.document.elements).find(({ type }) => type === FLOW)?.id ?? '';
    expect(connectionBetween(flowing.document, note, flow)).toEqual({ type: 'bpmn:Association' });
    for (const nowhere of [planeId(document), document.root, 'P'])
      expect(connectionBetween(document, note, nowhere)).toMatchObject({
        refused: expect.stringContaining('what is drawn'),
      });
  });

  it('refuses a second flow between the same two, and crossing the border of a sub-process', () => {
    const { document, ids } = sample();
    expect(connectionBetween(document, ids.task, ids.gateway)).toMatchObject({
      refused: expect.stringContaining('already'),
    });
    const { document: other, id } = having('sub-process', 'task');
    const inner = other.elements[id('sub-process')]?.children.flowElements?.[0] ?? '';
    expect(connectionBetween(other, inner, id('task'))).toMatchObject({
      refused: expect.stringContaining('border'),
    });
  });
});

describe('attaching', () => {
  it.each([
    ['catch-event.timer', 'task', true],
    ['throw-event', 'approval', true],
    ['catch-event.message', 'sub-process', true],
    ['boundary-event.error', 'task', true],
    ['catch-event.link', 'task', false],
    ['throw-event.message', 'task', false],
    ['end-event', 'task', false],
    ['catch-event.timer', 'exclusive-gateway', false],
    ['catch-event.timer', 'event-sub-process', false],
  ])('%s on %s: %s', (event, host, allowed) => {
    const { document, id } = having(host);
    expect(isRefused(canAttach(document, traits(event), id(host)))).toBe(!allowed);
  });

  it('refuses a receive task that follows an event-based gateway', () => {
    const { document, id } = having('event-based-gateway');
    const next = done(append(document, id('event-based-gateway'), kindById('receive-task')));
    expect(canAttach(next.document, traits('catch-event.timer'), next.select[0] ?? '')).toMatchObject({
      refused: expect.stringContaining('event-based'),
    });
  });
});

describe('appending', () => {
  it.each([
    ['task', 'end-event', true],
    ['event-based-gateway', 'catch-event.timer', true],
    ['event-based-gateway', 'task', false],
    ['end-event', 'task', false],
    ['end-event', 'annotation', true],
    ['task', 'start-event', false],
    ['task', 'pool', false],
    ['task', 'data-object', false],
  ])('%s then %s: %s', (source, next, allowed) => {
    expect(isRefused(canAppend(traits(source), traits(next)))).toBe(!allowed);
  });
});

describe('containing and dropping', () => {
  it('keeps pools outside, and steps inside, of pools', () => {
    const { document, id } = having('sub-process', 'pool');
    expect(isRefused(canContain(document, traits('pool'), id('sub-process')))).toBe(true);
    const collaboration = document.elements[id('pool')]?.parent ?? '';
    expect(canContain(document, traits('task'), collaboration)).toMatchObject({
      refused: 'Steps belong inside a pool',
    });
  });

  it.each([
    ['task', true],
    ['parallel-gateway', true],
    ['catch-event.timer', true],
    ['start-event', false],
    ['end-event', false],
    ['annotation', false],
    ['event-sub-process', false],
    ['event-based-gateway', false],
  ])('%s into a flow: %s', (kind, allowed) => {
    const { document, ids } = sample();
    const flow = Object.values(document.elements).find((e) => e.refs.sourceRef === ids.task)?.id ?? '';
    expect(isRefused(canDropOnFlow(document, traits(kind), flow))).toBe(!allowed);
  });

  it('lets only containers, groups and notes be resized', () => {
    const { document, id } = having('task', 'sub-process', 'annotation');
    expect([
      canResize(document, id('task'), true),
      canResize(document, id('sub-process'), true),
      canResize(document, id('annotation'), true),
    ]).toEqual([false, true, true]);
  });
});

describe('an event sub-process', () => {
  it('is drawn with a start event that waits for something', () => {
    const { document, id } = having('event-sub-process');
    const start = document.elements[id('event-sub-process')]?.children.flowElements?.[0] ?? '';
    expect(document.elements[start]).toMatchObject({ type: 'bpmn:StartEvent' });
    expect(document.elements[start]?.children.eventDefinitions).toHaveLength(1);
  });
});

it('lets several events of one catch event follow an event-based gateway', () => {
  const { document, id } = having('event-based-gateway', 'catch-event.multiple');
  expect(connectionBetween(document, id('event-based-gateway'), id('catch-event.multiple'))).toEqual({
    type: 'bpmn:SequenceFlow',
  });
});

it('takes over whether an event interrupts from what it is turned into', () => {
  const { document, ids } = sample();
  const beside = done(
    addBoundary(document, kindById('boundary-event.reminder'), ids.task, { x: 310, y: 218 }),
  );
  const event = beside.select[0] ?? '';
  const after = done(morph(beside.document, event, kindById('boundary-event.error'))).document;
  expect(after.elements[event]?.attrs.cancelActivity).toBeUndefined();
});
