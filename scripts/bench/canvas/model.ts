/** A generated diagram: its file, and where things are, so that the recorder knows what to press. */
export interface Model {
  key: string;
  nodes: readonly Box[];
  flows: readonly Line[];
  xml: string;
}

export interface Box {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  id: string;
  from: Box;
  to: Box;
  points: readonly { x: number; y: number }[];
}

const NS = `xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
  targetNamespace="urn:countersign:bench"`;
const CELL = { width: 160, height: 130 };
const SIZES: Record<string, { width: number; height: number }> = {
  startEvent: { width: 36, height: 36 },
  endEvent: { width: 36, height: 36 },
  parallelGateway: { width: 50, height: 50 },
};
const TASKS = ['userTask', 'serviceTask', 'scriptTask', 'task', 'sendTask'] as const;

/** As in a large real model. */
const FLOWS_A_NODE = 1.2;
/** A file has at most 5,000 elements (`LIMITS` in lib/bpmn), its process and diagram among them. */
const MOST_ELEMENTS = 4_990;

/**
 * Rows of steps, each row a flow from a start to an end, with a gateway at every fourth place that leads into the next
 * row as well: 1.2 flows a node (as many as a file may have, for the largest), a sixth of them with bends. The same
 * for the same count.
 */
export function modelOf(count: number): Model {
  const columns = Math.ceil(Math.sqrt(count * 1.3));
  const nodes = Array.from({ length: count }, (_, i) => boxAt(i, columns, count));
  const wanted = Math.min(Math.round(count * FLOWS_A_NODE), MOST_ELEMENTS - count);
  const rows = nodes.flatMap((node, i) => (i % columns === 0 ? [] : [along(i, nodes[i - 1] as Box, node)]));
  const bent = Math.round(wanted / 6);
  const flows = evenly(rows, wanted - bent);
  const gateways = nodes
    .filter(({ type }) => type === 'parallelGateway')
    .map(({ id }) => Number(id.slice(1)));
  const others = nodes.map((_, i) => i).filter((i) => !gateways.includes(i));
  for (const i of [...gateways, ...others]) {
    const [from, to] = [nodes[i] as Box, nodes[i + columns + 1]];
    if (flows.length >= wanted) break;
    if (to && from.type !== 'endEvent' && to.type !== 'startEvent') flows.push(across(i, from, to));
  }
  const key = `bench-${count}`;
  return { key, nodes, flows, xml: xmlOf(key, nodes, flows) };
}

/** So many of a list, with gaps of the same size. */
function evenly<T>(list: readonly T[], count: number): T[] {
  if (count >= list.length) return [...list];
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)] as T);
}

function boxAt(i: number, columns: number, count: number): Box {
  const [column, row] = [i % columns, Math.floor(i / columns)];
  const last = column === columns - 1 || i === count - 1;
  const type =
    column === 0
      ? 'startEvent'
      : last
        ? 'endEvent'
        : column % 4 === 3
          ? 'parallelGateway'
          : (TASKS[(i * 7 + row) % TASKS.length] ?? 'task');
  const { width, height } = SIZES[type] ?? { width: 100, height: 80 };
  const [x, y] = [200 + column * CELL.width + (100 - width) / 2, 200 + row * CELL.height + (80 - height) / 2];
  return { id: `N${i}`, type, x, y, width, height };
}

const middle = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

function along(i: number, from: Box, to: Box): Line {
  const y = middle(from).y;
  return {
    id: `F${i}`,
    from,
    to,
    points: [
      { x: from.x + from.width, y },
      { x: to.x, y },
    ],
  };
}

/** From the foot of one to the head of another, with two bends between the rows. */
function across(i: number, from: Box, to: Box): Line {
  const [a, b] = [middle(from), middle(to)];
  const down = b.y > a.y;
  const start = { x: a.x, y: down ? from.y + from.height : from.y };
  const end = { x: b.x, y: down ? to.y : to.y + to.height };
  const level = end.y + (down ? -14 : 14);
  return { id: `X${i}`, from, to, points: [start, { x: a.x, y: level }, { x: b.x, y: level }, end] };
}

function xmlOf(key: string, nodes: readonly Box[], flows: readonly Line[]): string {
  const elements = nodes.map(({ id, type }) => `<bpmn:${type} id="${id}" name="Step ${id.slice(1)}" />`);
  const lines = flows.map(
    ({ id, from, to }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from.id}" targetRef="${to.id}" />`,
  );
  const shapes = nodes.map(
    ({ id, x, y, width, height }) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`,
  );
  const edges = flows.map(
    ({ id, points }) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(({ x, y }) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${NS}><bpmn:process id="${key}" name="${key}" isExecutable="true">
${elements.join('\n')}
${lines.join('\n')}
</bpmn:process><bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="${key}">
${shapes.join('\n')}
${edges.join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}
