import { describe, expect, it } from 'vitest';
import { dueOf } from './due';

const at = (clock: string) => Date.parse(`2026-11-20T${clock}:00Z`);
const task = { openedAt: '2026-11-20T08:00:00Z', dueAt: '2026-11-20T16:00:00Z' };

describe('how pressing a task is', () => {
  it('is calm while more than half of its time is left', () => {
    expect(dueOf(task, at('09:30'))).toEqual({ level: 'calm', text: 'due in 6 h 30 min' });
  });
  it('is soon from half of its time on', () => {
    expect(dueOf(task, at('12:00')).level).toBe('soon');
    expect(dueOf(task, at('11:59')).level).toBe('calm');
  });
  it('is overdue from the very moment', () => {
    expect(dueOf(task, at('16:00')).level).toBe('overdue');
    expect(dueOf(task, at('17:00')).text).toBe('1 h overdue');
  });
  it('says how long it has been open when nothing is due', () => {
    expect(dueOf({ ...task, dueAt: null }, at('08:20'))).toEqual({ level: 'calm', text: 'open 20 min' });
  });
});
