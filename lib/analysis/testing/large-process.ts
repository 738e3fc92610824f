import {
  type DocElement,
  type ElementId,
  type InlineValue,
  newDocument,
  newElement,
  type ProcessDocument,
} from '@/lib/document';

const PROCESS = 'Process_large';
const PLANE = `Plane_${PROCESS}`;

/** Nodes of a block, with the extension that makes each whole. */
const BLOCK: readonly [name: string, type: string, ...values: InlineValue[]][] = [
  ['Script', 'ScriptTask', { $type: 'zeebe:Script', expression: '=amount * 2 + i', resultVariable: 'sum' }],
  ['Service', 'ServiceTask', { $type: 'zeebe:TaskDefinition', type: 'score' }],
  ['Xor', 'ExclusiveGateway'],
  ['User', 'UserTask', { $type: 'zeebe:AssignmentDefinition', candidateGroups: 'finance' }],
  ['Other', 'Task'],
  ['Merge', 'ExclusiveGateway'],
  ['Fork', 'ParallelGateway'],
  ['Left', 'Task'],
  ['Right', 'UserTask', { $type: 'zeebe:AssignmentDefinition', assignee: '=owner' }],
  ['Sync', 'ParallelGateway'],
];
/** Arrows inside a block. */
const ARROWS = ['Script Service', 'Service Xor', 'Xor User', 'Xor Other', 'User Merge', 'Other Merge'].concat(
  ['Merge Fork', 'Fork Left', 'Fork Right', 'Left Sync', 'Right Sync'],
);

/**
 * A process for measurements: blocks of ten nodes with expressions, a decision and two parallel paths, one after the
 * other, all drawn.
 * @param nodes rounded up to whole blocks
 */
export function largeProcess(nodes: number): ProcessDocument {
  const base = newDocument({ name: 'Large', processId: PROCESS });
  const elements = { ...base.elements };
  const put = (element: DocElement) => {
    elements[element.id] = element;
    const parent = elements[element.parent ?? '']!;
    const list = [...(parent.children[element.containment] ?? [])];
    list.push(element.id);
    elements[parent.id] = { ...parent, children: { ...parent.children, [element.containment]: list } };
  };
  let last = elements[PROCESS]!.children.flowElements![0]!;
  const blocks = Math.ceil(nodes / BLOCK.length);
  for (let block = 0; block < blocks; block++) {
    BLOCK.forEach((drawn, index) => {
      for (const element of node(drawn, block, index)) put(element);
    });
    for (const element of arrows(last, block)) put(element);
    last = `Sync_${block}`;
  }
  put(newElement('bpmn:EndEvent', 'End', PROCESS, 'flowElements', { attrs: { name: 'Done' } }));
  put(shape('End', 300 + (blocks % 10) * 150, 100 + blocks * 100));
  for (const element of arrow('Flow_end', last, 'End')) put(element);
  return { ...base, elements };
}

function node([name, type, ...values]: (typeof BLOCK)[number], block: number, index: number): DocElement[] {
  const id = `${name}_${block}`;
  const extensions = values.map((value) =>
    value.$type === 'zeebe:Script' ? { ...value, expression: `=amount * 2 + ${block}` } : value,
  );
  const drawn = newElement(`bpmn:${type}`, id, PROCESS, 'flowElements', {
    attrs: { name: `${name} ${block}` },
    refs: name === 'Xor' ? { default: `Flow_${block}_3` } : {},
    values:
      values.length > 0 ? { extensionElements: { $type: 'bpmn:ExtensionElements', values: extensions } } : {},
  });
  return [drawn, shape(id, 300 + index * 150, 100 + block * 100)];
}

function arrows(last: ElementId, block: number): DocElement[] {
  const inside = ARROWS.flatMap((pair, index) => {
    const [source, target] = pair.split(' ');
    const condition = pair === 'Xor User' ? `=amount > ${block} and sum < 10 * amount` : undefined;
    return arrow(`Flow_${block}_${index}`, `${source}_${block}`, `${target}_${block}`, condition);
  });
  return [...arrow(`Flow_${block}`, last, `Script_${block}`), ...inside];
}

function arrow(id: ElementId, source: ElementId, target: ElementId, condition?: string): DocElement[] {
  const values: DocElement['values'] = condition
    ? { conditionExpression: { $type: 'bpmn:FormalExpression', body: condition } }
    : {};
  const refs = { sourceRef: source, targetRef: target };
  const waypoint = [0, 50].map((x) => ({ $type: 'dc:Point', x, y: 0 }));
  return [
    newElement('bpmn:SequenceFlow', id, PROCESS, 'flowElements', { refs, values }),
    newElement('bpmndi:BPMNEdge', `${id}_di`, PLANE, 'planeElement', {
      refs: { bpmnElement: id },
      values: { waypoint },
    }),
  ];
}

const shape = (id: ElementId, x: number, y: number): DocElement =>
  newElement('bpmndi:BPMNShape', `${id}_di`, PLANE, 'planeElement', {
    refs: { bpmnElement: id },
    values: { bounds: { $type: 'dc:Bounds', x, y, width: 100, height: 80 } },
  });
