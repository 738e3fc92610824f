import { describe, expect, it } from 'vitest';
import {
  type Bounds,
  boundsOf,
  type DocElement,
  diBounds,
  drawnElement,
  elementsOfType,
  get,
  hasDiagram,
  hash,
  labelBoundsOf,
  type ProcessDocument,
  planes,
  waypointsOf,
} from '@/lib/document';
import { corporaMissing, corpusFile, corpusModels } from '../corpora';
import { exportBpmn } from '../export';
import { definitions, read } from '../testing';
import { markOf } from './flow-labels';
import { layoutDocument } from './index';
import { overlap } from './placement';
import { sharedLength } from './route';
import { coveredLabels } from './testing';

const laidOut = (content: string) => layoutDocument(read(definitions(content)));
const process = (content: string) => laidOut(`<bpmn:process id="P">${content}</bpmn:process>`);
const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
const at = (document: ProcessDocument, id: string): Bounds => {
  const bounds = boundsOf(document, id);
  if (!bounds) throw new Error(`${id} is not drawn`);
  return bounds;
};
const within = (inner: Bounds, outer: Bounds): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Pairs of shapes with the same owner that cover each other; boundary events do so by nature. */
function siblingsInTheWay(document: ProcessDocument): string[] {
  const drawn = elementsOfType(document, 'bpmndi:BPMNShape').flatMap((di) => {
    const element = drawnElement(document, di);
    const skip = !element || element.type === 'bpmn:BoundaryEvent' || element.containment === 'lanes';
    return skip ? [] : [{ element, bounds: diBounds(di) as Bounds, plane: di.parent }];
  });
  return drawn.flatMap((a, index) =>
    drawn
      .slice(index + 1)
      .filter(
        (b) => a.plane === b.plane && a.element.parent === b.element.parent && overlap(a.bounds, b.bounds),
      )
      .map((b) => `${a.element.id} and ${b.element.id}`),
  );
}

const isOrthogonal = (document: ProcessDocument, element: DocElement): boolean =>
  waypointsOf(document, element.id).every((point, index, all) => {
    const before = all[index - 1];
    return !before || point.x === before.x || point.y === before.y;
  });

describe('layout of a process without diagram', () => {
  it('runs from left to right in standard sizes with lines from border to border', async () => {
    const document = await process(
      `<bpmn:startEvent id="S" name="Begin"/><bpmn:task id="T"/><bpmn:exclusiveGateway id="G"/>
       ${flow('F1', 'S', 'T')}${flow('F2', 'T', 'G')}`,
    );
    const [start, task, gateway] = [at(document, 'S'), at(document, 'T'), at(document, 'G')];
    expect([start.width, task.width, task.height, gateway.height]).toEqual([36, 100, 80, 50]);
    expect(start.x + start.width).toBeLessThan(task.x);
    expect(task.x + task.width).toBeLessThan(gateway.x);
    const line = waypointsOf(document, 'F1');
    expect(line[0]).toEqual({ x: start.x + 36, y: start.y + 18 });
    expect(line.at(-1)).toEqual({ x: task.x, y: task.y + 40 });
    expect(labelBoundsOf(document, 'S')?.y).toBeGreaterThanOrEqual(start.y + 36);
  });

  it('draws a loop back without losing the flow', async () => {
    const document = await process(
      `<bpmn:task id="A"/><bpmn:task id="B"/>${flow('F', 'A', 'B')}${flow('Back', 'B', 'A')}${flow('Self', 'B', 'B')}`,
    );
    for (const id of ['F', 'Back', 'Self']) expect(waypointsOf(document, id).length).toBeGreaterThan(1);
  });

  it('opens sub-processes in place and sets boundary events on the border', async () => {
    const document = await process(
      `<bpmn:subProcess id="Sub"><bpmn:task id="Inner"/><bpmn:subProcess id="Deep"><bpmn:task id="Core"/>
       </bpmn:subProcess></bpmn:subProcess><bpmn:boundaryEvent id="B" attachedToRef="Sub"/><bpmn:task id="After"/>
       ${flow('F', 'B', 'After')}`,
    );
    const [sub, event] = [at(document, 'Sub'), at(document, 'B')];
    expect(within(at(document, 'Inner'), sub)).toBe(true);
    expect(within(at(document, 'Core'), at(document, 'Deep'))).toBe(true);
    expect(event.y + 18).toBe(sub.y + sub.height);
    expect(waypointsOf(document, 'F')[0]).toEqual({ x: event.x + 18, y: event.y + 36 });
  });

  it('gives every lane its band and keeps its nodes in it', async () => {
    const document = await laidOut(
      `<bpmn:collaboration id="C"><bpmn:participant id="Pool" processRef="P"/><bpmn:participant id="Box"/>
       <bpmn:messageFlow id="M" sourceRef="B" targetRef="Box"/></bpmn:collaboration>
       <bpmn:process id="P"><bpmn:laneSet id="L"><bpmn:lane id="One"><bpmn:flowNodeRef>A</bpmn:flowNodeRef></bpmn:lane>
       <bpmn:lane id="Two"><bpmn:flowNodeRef>B</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
       <bpmn:task id="A"/><bpmn:task id="B"/>${flow('F', 'A', 'B')}</bpmn:process>`,
    );
    const [one, two, pool] = [at(document, 'One'), at(document, 'Two'), at(document, 'Pool')];
    expect(within(at(document, 'A'), one)).toBe(true);
    expect(within(at(document, 'B'), two)).toBe(true);
    expect(two.y).toBe(one.y + one.height);
    expect(within(one, pool)).toBe(true);
    expect(overlap(pool, at(document, 'Box'))).toBe(false);
    expect(isOrthogonal(document, get(document, 'F') as DocElement)).toBe(true);
    expect(waypointsOf(document, 'M').length).toBeGreaterThan(1);
  });

  it('writes the names of flows beside their line, near the gateway they leave, and keeps them in the file', async () => {
    const names = ['approved', 'refused', 'unclear', 'more than 10,000 euro'];
    const document = await process(
      `<bpmn:startEvent id="S"/><bpmn:exclusiveGateway id="G" name="Which way?"/><bpmn:exclusiveGateway id="J"/>
       ${flow('In', 'S', 'G')}${flow('Again', 'J', 'G')}${names
         .map(
           (
             name,
             i,
           ) => `<bpmn:task id="T${i}"/>${flow(`F${i}`, 'G', `T${i}`).replace('id=', `name="${name}" id=`)}
             ${flow(`J${i}`, `T${i}`, 'J')}`,
         )
         .join('')}`,
    );
    expect(coveredLabels(document)).toEqual([]);
    const gateway = at(document, 'G');
    for (const [i] of names.entries()) {
      const label = labelBoundsOf(document, `F${i}`) as Bounds;
      // Within the height of the gateway and its name, not at the tasks.
      expect(label.x + label.width).toBeLessThan(at(document, `T${i}`).x - 40);
      expect(Math.abs(label.y - gateway.y)).toBeLessThan(80);
    }
    const flows = elementsOfType(document, 'bpmn:SequenceFlow').map(({ id }) => waypointsOf(document, id));
    expect(flows.map((line, i) => sharedLength(line, flows.slice(i + 1)))).toEqual(flows.map(() => 0));
    const again = read(exportBpmn(document));
    for (const [i] of names.entries())
      expect(labelBoundsOf(again, `F${i}`)).toEqual(labelBoundsOf(document, `F${i}`));
  });

  it('leaves the slash of a default flow and the diamond of a conditional one clear of their names', async () => {
    const condition = '<bpmn:conditionExpression>=a</bpmn:conditionExpression>';
    const named = (id: string, from: string, to: string, content = '') =>
      `<bpmn:sequenceFlow id="${id}" name="yes" sourceRef="${from}" targetRef="${to}">${content}</bpmn:sequenceFlow>`;
    const document = await process(
      `<bpmn:exclusiveGateway id="G" default="D"/><bpmn:task id="A"/><bpmn:task id="B"/><bpmn:task id="C"/>
       ${named('D', 'G', 'A')}${named('E', 'G', 'B', condition)}${named('Q', 'A', 'C', condition)}`,
    );
    const isClear = (id: string) =>
      !overlap(labelBoundsOf(document, id) as Bounds, markOf(waypointsOf(document, id)));
    expect(['D', 'Q'].map(isClear)).toEqual([true, true]);
  });

  it('keeps the names of flows that leave a gateway together apart', async () => {
    const named = (id: string, to: string) =>
      `<bpmn:sequenceFlow id="${id}" name="${id}" sourceRef="G" targetRef="${to}"/>`;
    const document = await laidOut(
      `<bpmn:process id="P"><bpmn:laneSet id="L"><bpmn:lane id="One"><bpmn:flowNodeRef>A</bpmn:flowNodeRef></bpmn:lane>
       <bpmn:lane id="Two"><bpmn:flowNodeRef>G</bpmn:flowNodeRef></bpmn:lane>
       <bpmn:lane id="Three"><bpmn:flowNodeRef>B</bpmn:flowNodeRef><bpmn:flowNodeRef>C</bpmn:flowNodeRef></bpmn:lane>
       </bpmn:laneSet><bpmn:exclusiveGateway id="G"/><bpmn:task id="A"/><bpmn:task id="B"/><bpmn:task id="C"/>
       ${named('approved', 'A')}${named('refused', 'B')}${named('unclear', 'C')}</bpmn:process>`,
    );
    const labels = ['approved', 'refused', 'unclear'].map((id) => labelBoundsOf(document, id) as Bounds);
    expect(labels.flatMap((a, at) => labels.slice(at + 1).filter((b) => overlap(a, b)))).toEqual([]);
  });

  it('draws messages that share an end side by side', async () => {
    const message = (id: string, from: string, to: string) =>
      `<bpmn:messageFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
    const document = await layoutDocument(
      read(
        definitions(`<bpmn:collaboration id="C"><bpmn:participant id="Us" processRef="P"/>
          <bpmn:participant id="They" processRef="Q"/><bpmn:participant id="Box"/>
          ${message('M1', 'A', 'X')}${message('M2', 'A', 'Y')}${message('M3', 'X', 'A')}${message('M4', 'Y', 'A')}
          ${message('M5', 'X', 'Box')}${message('M6', 'Box', 'X')}${message('M7', 'Us', 'They')}${message('M8', 'They', 'Us')}
          </bpmn:collaboration>
          <bpmn:process id="P"><bpmn:task id="A"/><bpmn:task id="B"/>${flow('F', 'A', 'B')}</bpmn:process>
          <bpmn:process id="Q"><bpmn:task id="X"/><bpmn:task id="Y"/>${flow('G', 'X', 'Y')}</bpmn:process>`),
      ),
    );
    const lines = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'].map((id) => waypointsOf(document, id));
    expect(lines.every((line) => line.length > 1)).toBe(true);
    const shared = lines.map((line, i) => sharedLength(line, lines.slice(i + 1)));
    expect(shared).toEqual(lines.map(() => 0));
  });

  it('gives ids to flows that have none, because a diagram names what it draws', async () => {
    const document = await process(
      '<bpmn:task id="A"/><bpmn:task id="B"/><bpmn:sequenceFlow sourceRef="A" targetRef="B"/>',
    );
    expect(waypointsOf(document, 'SequenceFlow_1').length).toBeGreaterThan(1);
    expect(hash(read(exportBpmn(document)))).toBe(hash(document));
  });

  it('draws each process of a file without pools in a diagram of its own, and is repeatable', async () => {
    const source = read(
      definitions('<bpmn:process id="P"/><bpmn:process id="Q"><bpmn:task id="T"/></bpmn:process>'),
    );
    const document = await layoutDocument(source);
    expect(planes(document).map((plane) => plane.refs.bpmnElement)).toEqual(['P', 'Q']);
    expect(hash(await layoutDocument(source))).toBe(hash(document));
  });

  it('lays out what is too large or too dense for the layered layout in rows', async () => {
    const tasks = Array.from({ length: 40 }, (_, n) => `<bpmn:task id="T${n}"/>`).join('');
    const pairs = Array.from({ length: 40 }, (_, n) =>
      Array.from({ length: n }, (_, m) => flow(`F${n}_${m}`, `T${m}`, `T${n}`)),
    );
    const document = await process(tasks + pairs.flat().join(''));
    expect(siblingsInTheWay(document)).toEqual([]);
    const flows = elementsOfType(document, 'bpmn:SequenceFlow');
    expect(flows).toHaveLength(780);
    expect(flows.every((element) => isOrthogonal(document, element))).toBe(true);
    expect(flows.every((element) => waypointsOf(document, element.id).length > 1)).toBe(true);
  });

  it('leaves a document with a diagram alone', async () => {
    const document = await process('<bpmn:task id="A"/>');
    expect(await layoutDocument(document)).toBe(document);
  });
});

describe.skipIf(corporaMissing)('layout of models nobody here drew', () => {
  for (const { file } of corpusModels('core/03-betsy')) {
    it(`lays out ${file}: every flow drawn, nothing in the way`, async () => {
      const source = read(corpusFile('core/03-betsy', file));
      expect(hasDiagram(source)).toBe(false);
      const document = await layoutDocument(source);
      const flows = elementsOfType(document, 'bpmn:SequenceFlow');
      expect(flows.filter((element) => waypointsOf(document, element.id).length < 2)).toEqual([]);
      expect(flows.filter((element) => !isOrthogonal(document, element))).toEqual([]);
      expect(siblingsInTheWay(document)).toEqual([]);
      expect(coveredLabels(document)).toEqual([]);
      expect(hash(read(exportBpmn(document)))).toBe(hash(document));
    });
  }
});
