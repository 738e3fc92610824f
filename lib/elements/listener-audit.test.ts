import { expect, it } from 'vitest';
import { draw } from '@/engine/compile/testing/draw';
import type { EngineEvent } from '@/engine/core/events';
import type { ListenerMoment } from '@/engine/core/model';
import { type AuditContext, sentenceOf } from './audit';

const context = { elementName: '“Check”' } as AuditContext;
const document = draw({ A: 'UserTask' }, []);
const said = (type: EngineEvent['type'], data: object): string => {
  const event = { type, v: 1, elementId: 'A', elementType: 'userTask', key: 2, scopeKey: 1, data };
  return sentenceOf(event as EngineEvent, document, context).title;
};

it.each([
  ['start', 'before it begins'],
  ['end', 'after its end'],
  ['creating', 'before people see it'],
  ['assigning', 'for its assignment'],
  ['updating', 'for a change of its data'],
  ['completing', 'after the decision'],
] as [ListenerMoment, string][])(
  'the ledger says when the work of a listener is done (%s)',
  (listener, when) => {
    expect(said('work.created', { workType: 'w', listener })).toBe(`“Check”: work ${when} offered`);
  },
);

it('the ledger says that listeners are told of a change of a task', () => {
  expect(said('listener.attached', { attachedTo: 1 })).toBe('“Check”: its listeners are told of a change');
  expect(said('listener.detached', {})).toBe('“Check”: its listeners have been told');
});
