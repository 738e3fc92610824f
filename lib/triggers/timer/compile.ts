import type { DocElement } from '@/engine/compile/document';
import type { CompileContext } from '@/engine/compile/registry';
import type { Trigger } from '@/engine/core/triggers';
import { readTimer } from './bpmn';
import type { TimerConfig } from './config';
import { timerDue } from './due';
import { firstDue, nextDue } from './schedule';

/** A timer as a trigger: when it fires first, and a cycle again. */
export function catchTimer(context: CompileContext, definition: DocElement): Trigger[] {
  const timer = compileTimer(context, definition);
  return [
    {
      type: 'timer',
      first(step, label) {
        const { dueAt, cycle } = firstDue(step, timer, label);
        return { dueAt, ...(cycle ? { data: cycle } : {}) };
      },
      next: nextDue,
    },
  ];
}

/** Compiles a timer; a literal that no clock understands is a problem now, an expression's answer later. */
export function compileTimer(context: CompileContext, definition: DocElement): TimerConfig {
  const { kind, value } = readTimer(context.document, definition);
  const empty =
    value === '' ? 'Say when the timer fires: a date, a duration such as PT4H, or a cycle.' : undefined;
  if (empty) context.report('error', 'timer', empty, 'timer.value');
  const compiled = context.expression(value, 'timer.value', { syntax: 'juel' });
  if (!empty && compiled.mode === 'static' && typeof compiled.value === 'string') {
    const due = timerDue(kind, compiled.value, '2026-01-01T00:00:00.000Z');
    if (!due.ok) context.report('error', 'timer', `The timer can't be read: ${due.message}`, 'timer.value');
  }
  return { kind, value: compiled };
}
