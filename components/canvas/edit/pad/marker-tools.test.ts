import { expect, it } from 'vitest';
import { get } from '@/lib/document';
import { isRefused, remove, repetitionOf } from '@/lib/editing';
import { done, sample, withSubProcess } from '@/lib/editing/testing/diagrams';
import { type MarkerId, markerTools } from './marker-tools';

const { document, ids } = sample();
const tool = (now: typeof document, id: string, marker: MarkerId) =>
  markerTools(now, id).find((each) => each.id === marker)!;

it('sets a marker, changes it for another one, and takes it away', () => {
  const looped = done(tool(document, ids.task, 'loop').toggle(document)).document;
  expect(tool(looped, ids.task, 'loop').on).toBe(true);
  const each = done(tool(looped, ids.task, 'miParallel').toggle(looped)).document;
  expect(markerTools(each, ids.task).map((marker) => marker.on)).toEqual([false, true, false, false]);
  const once = done(tool(each, ids.task, 'miParallel').toggle(each)).document;
  expect(repetitionOf(once, ids.task)).toBe('none');
});

it('says why a step with flows can’t be there to undo another one', () => {
  const result = tool(document, ids.approval, 'compensation').toggle(document);
  expect(isRefused(result) && result.refused).toMatch(/delete the flows/);
});

it('offers ad-hoc for sub-processes, and no marker for events', () => {
  const { document: filled, sub } = withSubProcess(document);
  expect(isRefused(tool(filled, sub, 'adHoc').toggle(filled))).toBe(true);
  const more = done(remove(filled, filled.elements[sub]!.children.flowElements!)).document;
  const adHoc = done(tool(more, sub, 'adHoc').toggle(more)).document;
  expect(get(adHoc, sub)?.type).toBe('bpmn:AdHocSubProcess');
  expect(done(tool(adHoc, sub, 'adHoc').toggle(adHoc)).document.elements[sub]?.type).toBe('bpmn:SubProcess');
  expect(markerTools(document, ids.task).map(({ id }) => id)).not.toContain('adHoc');
  expect(markerTools(document, ids.start)).toEqual([]);
});
