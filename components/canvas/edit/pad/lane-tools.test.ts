import { expect, it } from 'vitest';
import { elementsOfType } from '@/lib/document';
import { kindById, place } from '@/lib/editing';
import { done, planeId, sample } from '@/lib/editing/testing/diagrams';
import { laneTools } from './lane-tools';

const { document: bare, ids } = sample();
const pooled = done(place(bare, kindById('pool'), { plane: planeId(bare), at: { x: 400, y: 200 } })).document;
const pool = elementsOfType(pooled, 'bpmn:Participant')[0]!.id;

const run = (document: typeof pooled, id: string, tool: string) =>
  done(
    laneTools(document, id)
      .find((each) => each.id === tool)!
      .run(document),
  );

it('offers lanes for a pool, and more lanes beside one', () => {
  expect(laneTools(pooled, pool).map((tool) => tool.id)).toEqual([
    'above',
    'below',
    'two',
    'three',
    'blackBox',
  ]);
  const divided = run(pooled, pool, 'three');
  expect(elementsOfType(divided.document, 'bpmn:Lane')).toHaveLength(3);
  const more = run(divided.document, divided.select[0]!, 'below').document;
  expect(elementsOfType(more, 'bpmn:Lane')).toHaveLength(4);
  expect(laneTools(more, divided.select[0]!).map((tool) => tool.id)).not.toContain('blackBox');
});

it('says what a black box loses, and offers the way back only', () => {
  const hide = laneTools(pooled, pool).find((tool) => tool.id === 'blackBox');
  expect(hide?.label).toMatch(/^Hide its process; loses: the \d+ elements in it$/);
  const second = done(place(pooled, kindById('pool'), { plane: planeId(pooled), at: { x: 400, y: 900 } }));
  const closed = run(second.document, second.select[0]!, 'blackBox').document;
  expect(laneTools(closed, second.select[0]!).map((tool) => tool.id)).toEqual(['open']);
});

it('has nothing for steps', () => {
  expect(laneTools(pooled, ids.task)).toEqual([]);
});
