import { expect, it } from 'vitest';
import { attachedTo, get, incoming } from '@/lib/document';
import { appendAny, KINDS, kindById } from '@/lib/editing';
import { done, sample, withSubProcess } from '@/lib/editing/testing/diagrams';
import { allowedFirst, offersOf } from './offers';

const { document, ids } = sample();
const idsOf = (list: readonly { kind: { id: string } }[]) => list.map(({ kind }) => kind.id);

it('offers every kind there is behind “More”', () => {
  const offered = idsOf(offersOf(document, { mode: 'arm', source: null }));
  expect(new Set(offered)).toEqual(new Set(KINDS.map((kind) => kind.id)));
});

it('finds everything when appending, what is refused with its reason and last', () => {
  const offers = offersOf(document, { mode: 'append', source: ids.task });
  expect(new Set(idsOf(offers))).toEqual(new Set(KINDS.map((kind) => kind.id)));
  const start = offers.find(({ kind }) => kind.id === 'start-event');
  expect(start?.refused).toBe('Nothing leads to a start event');
  expect(offers.find(({ kind }) => kind.id === 'boundary-event.timer')?.refused).toBeUndefined();
  const sorted = allowedFirst(offers).map(({ refused }) => refused !== undefined);
  expect(sorted.indexOf(true)).toBe(sorted.lastIndexOf(false) + 1);
});

it('changes within the family only, never into a closed sub-process, and says what hinders', () => {
  const { document: more, sub } = withSubProcess(document);
  const offers = offersOf(more, { mode: 'morph', source: sub });
  expect(idsOf(offers)).toContain('transaction');
  expect(idsOf(offers)).not.toContain('sub-process.closed');
  expect(idsOf(offers)).not.toContain('exclusive-gateway');
  const task = offers.find(({ kind }) => kind.id === 'task');
  expect(task?.refused ?? '').toMatch(/^(|Its content would be lost.*)$/);
});

it('attaches an event that is appended to a step, beside those that are there', () => {
  const result = done(appendAny(document, ids.task, kindById('boundary-event.error')));
  expect(attachedTo(result.document, result.select[0]!)?.id).toBe(ids.task);
});

it('joins data to the step that it is appended to', () => {
  const result = done(appendAny(document, ids.task, kindById('data-object')));
  expect(get(result.document, result.select[0])?.type).toBe('bpmn:DataObjectReference');
  expect(get(result.document, ids.task)?.children.dataOutputAssociations).toHaveLength(1);
  const end = done(appendAny(document, ids.end, kindById('data-object')));
  expect(get(end.document, ids.end)?.children.dataInputAssociations).toHaveLength(1);
  expect(incoming(end.document, ids.end)).toEqual(incoming(document, ids.end));
});

it('does not offer to change an element into what it is', () => {
  const offered = (of: typeof document, id: string) => idsOf(offersOf(of, { mode: 'morph', source: id }));
  expect(offered(document, ids.task)).not.toContain('task');
  expect(offered(document, ids.task)).toContain('approval');
  expect(offered(document, ids.gateway)).not.toContain('exclusive-gateway');
  expect(offered(document, ids.end)).not.toContain('end-event');
  expect(offered(document, ids.end)).toContain('end-event.terminate');
});
