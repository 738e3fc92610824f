import { describe, expect, it } from 'vitest';
import { elementsOfType, outgoing, type ProcessDocument, ref } from '@/lib/document';
import { addNode, connect, divideLane, kindById, laneOf } from '@/lib/editing';
import { done, planeId, sample } from '@/lib/editing/testing/diagrams';
import type { StepKind } from './actions';
import { questionOf } from './choices';

const labels = (document: ProcessDocument, id: string, step: StepKind) =>
  questionOf(document, id, step)?.choices.map((choice) => choice.label) ?? [];

/** The sample in a pool of two lanes. */
function withLanes() {
  const { document, ids } = sample();
  const spot = { plane: planeId(document), at: { x: 400, y: 200 } };
  const pooled = done(addNode(document, kindById('pool'), spot));
  return { lanes: done(divideLane(pooled.document, pooled.select[0] ?? '', 2)).document, step: ids.task };
}

describe('the questions of steps', () => {
  const { document, ids } = sample();

  it('offer only what the rules allow before an element', () => {
    expect(labels(document, ids.task, 'before')).toContain('Approval');
    expect(labels(document, ids.task, 'before')).not.toContain('Start');
    expect(labels(document, ids.task, 'before')).not.toContain('End');
  });

  it('offer ends after an element, and no starts', () => {
    expect(labels(document, ids.task, 'append')).toContain('End');
    expect(labels(document, ids.task, 'append')).not.toContain('Start');
  });

  it('offer boundary events to attach, and only those', () => {
    const offered = questionOf(document, ids.task, 'attach')?.choices ?? [];
    expect(offered.length).toBeGreaterThan(3);
    expect(offered.every((choice) => choice.kind?.group === 'boundary')).toBe(true);
  });

  it('offer every element that may be connected, and connect it', () => {
    const to = questionOf(document, ids.gateway, 'connect')?.choices ?? [];
    expect(to.map((choice) => choice.id).toSorted()).toEqual([ids.task, ids.end].toSorted());
    const result = done(to.find((choice) => choice.id === ids.end)?.apply() ?? { refused: 'no end' });
    expect(outgoing(result.document, ids.gateway).map((flow) => ref(flow, 'targetRef'))).toContain(ids.end);
  });

  it('lead a flow to what its source isn’t connected with yet', () => {
    const two = done(connect(document, ids.gateway, ids.end)).document;
    const flow = outgoing(two, ids.gateway)[0]?.id ?? '';
    expect(questionOf(two, flow, 'reconnect')?.choices.map((choice) => choice.id)).toEqual([ids.task]);
  });

  it('say what changing into a kind loses', () => {
    const hints = questionOf(document, ids.approval, 'morph')?.choices.map((choice) => choice.hint) ?? [];
    expect(hints.some((hint) => hint.startsWith('Loses: '))).toBe(true);
  });

  it('offer lanes, and move the step into the one that is chosen', () => {
    const { lanes, step } = withLanes();
    const other = elementsOfType(lanes, 'bpmn:Lane').find(({ id }) => id !== laneOf(lanes, step));
    const choice = questionOf(lanes, step, 'lane')?.choices.find(({ id }) => id === other?.id);
    const moved = done(choice?.apply() ?? { refused: 'no lane' });
    expect(laneOf(moved.document, step)).toBe(other?.id);
  });

  it('are none where a step asks for numbers', () => {
    expect(questionOf(document, ids.task, 'move')).toBeUndefined();
  });
});
