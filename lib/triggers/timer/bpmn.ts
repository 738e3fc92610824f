import { z } from 'zod';
import type { DocElement, InlineValue, ProcessDocument } from '@/engine/compile/document';
import { expressionText } from '@/lib/document';
import type { DocumentPatch } from '@/lib/elements/patch';

/** What the inspector edits of a timer. */
export const timerView = z.object({
  kind: z.enum(['date', 'duration', 'cycle']).default('duration'),
  /** ISO 8601, cron, or FEEL after `=`. */
  value: z.string().default(''),
});
export type TimerView = z.infer<typeof timerView>;

const PROPERTIES = { date: 'timeDate', duration: 'timeDuration', cycle: 'timeCycle' } as const;

export function readTimer(_document: ProcessDocument, definition: DocElement): TimerView {
  for (const kind of ['date', 'duration', 'cycle'] as const) {
    const value = expressionText(definition, PROPERTIES[kind]);
    if (value !== undefined) return { kind, value: value.trim() };
  }
  return { kind: 'duration', value: '' };
}

export function writeTimer(
  view: TimerView,
  document: ProcessDocument,
  definition: DocElement,
): DocumentPatch {
  const before = readTimer(document, definition);
  if (before.kind === view.kind && before.value === view.value) return {};
  const values: Record<string, InlineValue | null> = { timeDate: null, timeDuration: null, timeCycle: null };
  if (view.value.trim() !== '')
    values[PROPERTIES[view.kind]] = { $type: 'bpmn:FormalExpression', body: view.value };
  return { update: { [definition.id]: { values } } };
}
