import { z } from 'zod';
import type { DocElement, InlineValue, ProcessDocument } from '@/engine/compile/document';
import type { CompileContext } from '@/engine/compile/registry';
import { eventDefinitionsOf, expressionText } from '@/lib/document';
import type { DocumentPatch } from '@/lib/elements/patch';
import type { TimerConfig } from './config';
import { timerDue } from './due';

/** What the inspector edits of a timer. */
export const timerView = z.object({
  kind: z.enum(['date', 'duration', 'cycle']).default('duration'),
  /** ISO 8601, cron, or FEEL after `=`. */
  value: z.string().default(''),
});
export type TimerView = z.infer<typeof timerView>;

const PROPERTIES = { date: 'timeDate', duration: 'timeDuration', cycle: 'timeCycle' } as const;

/** The timer definition of an event. */
export function timerOf(document: ProcessDocument, id: string): DocElement | undefined {
  return eventDefinitionsOf(document, id).find((each) => each.type === 'bpmn:TimerEventDefinition');
}

export function readTimer(document: ProcessDocument, id: string): TimerView {
  const definition = timerOf(document, id);
  for (const kind of ['date', 'duration', 'cycle'] as const) {
    const value = expressionText(definition, PROPERTIES[kind]);
    if (value !== undefined) return { kind, value: value.trim() };
  }
  return { kind: 'duration', value: '' };
}

export function writeTimer(view: TimerView, document: ProcessDocument, id: string): DocumentPatch {
  const definition = timerOf(document, id);
  if (!definition) return {};
  const values: Record<string, InlineValue | null> = { timeDate: null, timeDuration: null, timeCycle: null };
  if (view.value.trim() !== '')
    values[PROPERTIES[view.kind]] = { $type: 'bpmn:FormalExpression', body: view.value };
  return { update: { [definition.id]: { values } } };
}

/** Compiles a timer; a literal that no clock understands is a problem now, an expression's answer later. */
export function compileTimer(context: CompileContext): TimerConfig {
  const { kind, value } = readTimer(context.document, context.element.id);
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
