import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import {
  boundsOf,
  type ElementId,
  get,
  newDocument,
  outgoing,
  type ProcessDocument,
  ref,
} from '@/lib/document';
import { connect, kindById, move, moveToLane, overlap, place, setLabel } from '@/lib/editing';
import { inconsistencies } from '@/lib/editing/check';
import { done, planeId, sample, withSubProcess } from '@/lib/editing/testing/diagrams';
import { outlineOf, visibleItems } from './outline';
import { addAfter, addBefore, attachBelow, insertOnFlow } from './steps';

const named = (document: ProcessDocument, names: Record<ElementId, string>) =>
  Object.entries(names).reduce((now, [id, name]) => done(setLabel(now, id, name)).document, document);

const texts = (document: ProcessDocument, problemsOf?: (id: ElementId) => number) =>
  outlineOf(document, problemsOf).map((item) => item.text);

const shape = (id: string, x: number, y: number, width: number, height: number) =>
  `<di:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></di:BPMNShape>`;

/** Two pools; in the first two lanes, one of them with a lane of its own. */
async function withLanes(): Promise<ProcessDocument> {
  const read = await importBpmn(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="urn:x">
    <collaboration id="Both"><participant id="Buyer" name="Purchasing" processRef="P"/><participant id="Seller" name="Supplier"/></collaboration>
    <process id="P"><laneSet id="Set">
      <lane id="Finance" name="Finance"><flowNodeRef>Asked</flowNodeRef>
        <childLaneSet id="Inner"><lane id="Approvers" name="Approvers"><flowNodeRef>Approve</flowNodeRef></lane></childLaneSet></lane>
      <lane id="Warehouse" name="Warehouse lane"><flowNodeRef>Done</flowNodeRef></lane></laneSet>
      <startEvent id="Asked" name="Asked"/><userTask id="Approve" name="Approve"/><endEvent id="Done" name="Done"/>
      <sequenceFlow id="F1" sourceRef="Asked" targetRef="Approve"/><sequenceFlow id="F2" name="yes" sourceRef="Approve" targetRef="Done"/>
    </process>
    <di:BPMNDiagram id="D"><di:BPMNPlane id="Plane" bpmnElement="Both">
      ${shape('Buyer', 0, 0, 600, 400)}${shape('Finance', 30, 0, 570, 200)}${shape('Approvers', 60, 0, 540, 100)}
      ${shape('Warehouse', 30, 200, 570, 200)}${shape('Seller', 0, 450, 600, 60)}
      ${shape('Asked', 100, 120, 36, 36)}${shape('Approve', 200, 10, 100, 80)}${shape('Done', 400, 282, 36, 36)}
    </di:BPMNPlane></di:BPMNDiagram></definitions>`);
  if (!read.ok) throw new Error('The model can’t be read');
  return read.document;
}

describe('the outline', () => {
  it('reads each element in the order of the flow, with where it leads', () => {
    const { document, ids } = sample();
    const flow = outgoing(document, ids.gateway)[0]?.id ?? '';
    const doc = named(document, { [ids.task]: 'Read it', [ids.gateway]: 'Paid?', [flow]: 'no' });
    expect(texts(doc, (id) => (id === ids.task ? 2 : id === ids.end ? 1 : 0))).toEqual([
      'Start, 1 of 6; goes to Read it (task)',
      'Read it, task, 2 of 6, 2 problems; goes to Paid? (gateway)',
      'Border event, on Read it, 3 of 6',
      'Paid?, gateway, 4 of 6; goes to approval when no',
      'Approval, 5 of 6; goes to end',
      'End, 6 of 6, 1 problem',
    ]);
  });

  it('holds pools, then lanes, then their elements; what is in no lane stays in the pool', () => {
    const document = newDocument({ name: 'Pools', processId: 'Process_pools' });
    const plane = planeId(document);
    const pool = done(place(document, kindById('pool'), { plane, at: { x: 400, y: 200 } }));
    const doc = named(pool.document, { [pool.select[0] ?? '']: 'Purchasing' });
    const items = outlineOf(doc);
    expect(items[0]).toMatchObject({ name: 'Purchasing', kind: 'pool', level: 1, position: 1, size: 1 });
    expect(items.slice(1).every((item) => item.level > 1)).toBe(true);
    expect(items.find((item) => item.kind === 'start')).toBeDefined();
  });

  it('puts elements into their lanes, nested lanes first, and says which lane', async () => {
    const document = await withLanes();
    expect(outlineOf(document).map(({ level, text }) => `${'  '.repeat(level - 1)}${text}`)).toEqual([
      'Purchasing, pool, 1 of 2',
      '  Finance, lane, 1 of 2',
      '    Approvers, lane, 1 of 2, in Finance lane',
      '      Approve, user task, 1 of 1, in Approvers lane; goes to Done (end) when yes',
      '    Asked, start, 2 of 2, in Finance lane; goes to Approve (user task)',
      '  Warehouse lane, lane, 2 of 2',
      '    Done, end, 1 of 1, in Warehouse lane',
      'Supplier, pool, 2 of 2',
    ]);
    const moved = done(moveToLane(document, ['Approve'], 'Warehouse'));
    expect(outlineOf(moved.document).find((item) => item.id === 'Approve')?.parent).toBe('Warehouse');
  });

  it('shows what a sub-process holds below it, and hides it when that is closed', () => {
    const { document, sub } = withSubProcess(sample().document);
    const items = outlineOf(document);
    const inner = items.filter((item) => item.parent === sub);
    expect(inner).toMatchObject([{ level: 2, kind: 'start', text: 'Start, 1 of 1, in Sub-process' }]);
    expect(items.find((item) => item.id === sub)?.expandable).toBe(true);
    expect(visibleItems(items, new Set([sub]))).toHaveLength(items.length - 1);
  });

  it('lists elements without a drawing as well', () => {
    const { document, ids } = sample();
    const elements = Object.fromEntries(
      Object.entries(document.elements).map(([id, entry]) => [
        id,
        { ...entry, values: entry.type === 'bpmndi:BPMNShape' ? {} : entry.values },
      ]),
    );
    expect(new Set(outlineOf({ ...document, elements }).map((item) => item.id))).toEqual(
      new Set(Object.values(ids)),
    );
  });

  it('ends where flows go in a circle', () => {
    const { document, ids } = sample();
    const circle = done(connect(document, ids.approval, ids.task)).document;
    expect(outlineOf(circle).map((item) => item.id)).toEqual([
      ids.start,
      ids.task,
      ids.timer,
      ids.gateway,
      ids.approval,
      ids.end,
    ]);
  });
});

describe('steps without a pointer', () => {
  const pathOf = (document: ProcessDocument, from: ElementId): string[] => {
    const path = [from];
    for (let id: ElementId | undefined = from; id; ) {
      const [flow]: readonly { id: string }[] = outgoing(document, id);
      id = ref(get(document, flow?.id), 'targetRef');
      if (id) path.push(id);
    }
    return path;
  };

  it('insert into a flow, where what follows makes room', () => {
    const { document, ids } = sample();
    const flow = outgoing(document, ids.task)[0]?.id ?? '';
    const result = done(insertOnFlow(document, kindById('approval'), flow));
    const added = result.select[0] ?? '';
    expect(pathOf(result.document, ids.start)).toEqual([
      ids.start,
      ids.task,
      added,
      ids.gateway,
      ids.approval,
      ids.end,
    ]);
    expect(inconsistencies(result.document)).toEqual([]);
  });

  it('make room downwards in a flow that leads down', () => {
    const { document, ids } = sample();
    const far = done(move(document, [ids.end], { x: -350, y: 160 }));
    const flow = done(connect(far.document, ids.gateway, ids.end));
    const result = done(insertOnFlow(flow.document, kindById('task'), flow.select[0] ?? ''));
    const boxes = [ids.gateway, result.select[0] ?? '', ids.end].map((id) => boundsOf(result.document, id)!);
    expect(overlap(boxes[0]!, boxes[1]!) || overlap(boxes[1]!, boxes[2]!)).toBe(false);
  });

  it('add before what several flows reach: all of them reach the new step', () => {
    const { document, ids } = sample();
    const two = done(connect(document, ids.gateway, ids.end)).document;
    const result = done(addBefore(two, kindById('task'), ids.end));
    const added = result.select[0] ?? '';
    expect(outgoing(result.document, added).map((flow) => ref(flow, 'targetRef'))).toEqual([ids.end]);
    const into = [ids.approval, ids.gateway].map((id) =>
      outgoing(result.document, id).some((flow) => ref(flow, 'targetRef') === added),
    );
    expect(into).toEqual([true, true]);
    expect(inconsistencies(result.document)).toEqual([]);
  });

  it('add before a start is refused in words; before a step nothing leads to, at its left', () => {
    const { document, ids } = sample();
    expect(addBefore(document, kindById('task'), ids.start)).toEqual({
      refused: 'Nothing leads to a start event',
    });
    const plane = planeId(document);
    const loose = done(place(document, kindById('task'), { plane, at: { x: 700, y: 600 } }));
    const result = done(addBefore(loose.document, kindById('task'), loose.select[0] ?? ''));
    expect(pathOf(result.document, result.select[0] ?? '')).toHaveLength(2);
  });

  it('add after: in the only flow; a new path where none or several leave', () => {
    const { document, ids } = sample();
    const within = done(addAfter(document, kindById('task'), ids.task));
    expect(pathOf(within.document, ids.start)).toHaveLength(6);
    const two = done(connect(document, ids.gateway, ids.end)).document;
    const branch = done(addAfter(two, kindById('task'), ids.gateway));
    expect(outgoing(branch.document, ids.gateway)).toHaveLength(3);
  });

  it('attach a boundary event beside the one that is there', () => {
    const { document, ids } = sample();
    const result = done(attachBelow(document, kindById('boundary-event.timer'), ids.task));
    const added = get(result.document, result.select[0]);
    expect(added).toMatchObject({ type: 'bpmn:BoundaryEvent', refs: { attachedToRef: ids.task } });
  });
});
