import { describe, expect, it } from 'vitest';
import type { Actor } from '@/engine/core/inputs';
import { doerOf } from './doer';

const mia: Actor = { kind: 'person', id: 'mia', name: 'Mia Lindqvist', via: 'session' };

describe('who an event is listed under', () => {
  it.each([
    ['instance:1', 'task.completed', {}, 'mia'],
    ['instance:1', 'instance.started', {}, 'mia'],
    ['instance:1', 'incident.resolved', {}, 'mia'],
    ['instance:1', 'variables.set', { reason: 'Wrong amount' }, 'mia'],
    ['instance:1', 'variables.set', {}, 'engine'],
    ['instance:1', 'variables.set', null, 'engine'],
    ['instance:1', 'element.completed', {}, 'engine'],
    ['instance:1', 'task.opened', {}, 'engine'],
    ['instance:1', 'instance.completed', {}, 'engine'],
    ['process:1', 'version.published', {}, 'mia'],
    ['admin', 'person.changed', {}, 'mia'],
    ['refusal:1:2026-01-01T00', 'attempt.refused', {}, 'mia'],
  ])('%s %s %j: %s', (stream, type, data, id) => {
    expect(doerOf(stream, { type, data }, mia).id).toBe(id);
  });
});
