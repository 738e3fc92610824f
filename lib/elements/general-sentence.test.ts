import { expect, it } from 'vitest';
import type { EngineEvent } from '@/engine/core/events';
import { generalSentence } from './general-sentence';

const context = {
  elementName: 'Step',
  actor: { kind: 'engine', name: 'Engine', via: 'engine' } as const,
  personName: (id: string) => id,
};
const event = (type: EngineEvent['type'], data: object) => ({ type, v: 1, data }) as EngineEvent;

it.each<[EngineEvent['type'], object, string]>([
  ['message.sent', { name: 'order', correlationKey: null }, 'Step sent the message “order”'],
  ['signal.received', { name: 'closed' }, 'Step: signal “closed” came'],
  ['call.returned', { variables: {} }, 'Step: the called process is completed'],
  ['listener.attached', { attachedTo: 0 }, 'Step listens'],
  ['compensation.started', { undo: [{}, {}] }, 'Step undoes 2 steps'],
  ['compensation.handed-on', { from: 1 }, 'Step undoes while the process goes on'],
  ['compensation.handed-on', { from: 1, awaited: true }, 'Step waits for what is being undone'],
  ['loop.started', { total: 3 }, 'Step runs 3 times'],
  ['loop.started', { total: null }, 'Step is repeated'],
])('%s has words of its own on any element', (type, data, title) => {
  expect(generalSentence(event(type, data), context)).toMatchObject({ title });
});
