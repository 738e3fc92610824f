import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import type { ProcessDocument } from '@/lib/document';
import { diffDocuments, isSame, marksOf, onlyMoved } from '.';

const NS = `xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:countersign="urn:countersign:bpmn:1"`;

function read(content: string, outside = ''): ProcessDocument {
  const xml = `<?xml version="1.0"?><bpmn:definitions id="D" targetNamespace="urn:t" ${NS}>${outside}
    <bpmn:process id="P" name="Process" isExecutable="true">${content}</bpmn:process></bpmn:definitions>`;
  const result = importBpmn(xml);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.document;
}

/** One line an element, as a person would read it. */
function told(before: ProcessDocument, after: ProcessDocument): string[] {
  const diff = diffDocuments(before, after);
  return [
    ...diff.added.map(({ kind, name }) => `+ ${kind} ${name}`),
    ...diff.removed.map(({ kind, name }) => `− ${kind} ${name}`),
    ...diff.changed.flatMap(({ name, changes }) =>
      changes.map(({ label, before, after }) => `~ ${name} | ${label}: ${before ?? '–'} → ${after ?? '–'}`),
    ),
  ];
}

const extended = (content: string, tag = 'userTask') =>
  `<bpmn:${tag} id="T" name="Check"><bpmn:extensionElements>${content}</bpmn:extensionElements></bpmn:${tag}>`;
const timer = (duration: string) =>
  `<bpmn:task id="T" name="Check"/><bpmn:boundaryEvent id="B" name="Late" attachedToRef="T"><bpmn:timerEventDefinition id="TD">
   <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
const flow = (attrs: string, condition = '') =>
  `<bpmn:task id="A" name="First"/><bpmn:task id="B" name="Second"/><bpmn:task id="C" name="Third"/>
   <bpmn:sequenceFlow id="F" ${attrs}>${condition && `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;
const form = (...fields: object[]) =>
  extended(`<countersign:form>${JSON.stringify({ fields }).replaceAll('"', '&quot;')}</countersign:form>`);
const ai = (schema: object, attrs = '', prompt = 'Read it') =>
  extended(
    `<countersign:aiCall ${attrs}><countersign:userPrompt>${prompt}</countersign:userPrompt><countersign:outputSchema>${JSON.stringify(schema).replaceAll('"', '&quot;')}</countersign:outputSchema></countersign:aiCall>`,
    'serviceTask',
  );

const CASES: readonly (readonly [what: string, before: string, after: string, told: readonly string[]])[] = [
  ['nothing', timer('PT4H'), timer('PT4H'), []],
  [
    'a name',
    '<bpmn:task id="T" name="Look"/>',
    '<bpmn:task id="T" name="Look twice"/>',
    ['~ Look twice | Name: Look → Look twice'],
  ],
  [
    'documentation',
    '<bpmn:task id="T" name="Check"/>',
    '<bpmn:task id="T" name="Check"><bpmn:documentation>Why</bpmn:documentation></bpmn:task>',
    ['~ Check | Documentation: – → Why'],
  ],
  [
    'an assignee and a group',
    extended('<zeebe:assignmentDefinition assignee="Mia"/>'),
    extended('<zeebe:assignmentDefinition assignee="Finance" candidateGroups="=&quot;finance&quot;"/>'),
    ['~ Check | Assignee: Mia → Finance', '~ Check | Groups: – → finance'],
  ],
  [
    'a kind',
    '<bpmn:task id="T" name="Check"/>',
    '<bpmn:userTask id="T" name="Check"/>',
    ['~ Check | Kind: task → user task'],
  ],
  [
    'a user task that becomes an approval',
    '<bpmn:userTask id="T" name="Check"/>',
    extended('<countersign:approval fourEyes="initiator"/>'),
    ['~ Check | Kind: user task → approval', '~ Check | Four eyes: – → initiator'],
  ],
  [
    'an added and a removed element',
    '<bpmn:task id="A" name="Old"/>',
    '<bpmn:scriptTask id="B" name="New"/>',
    ['+ script task New', '− task Old'],
  ],
  [
    'a condition',
    flow('sourceRef="A" targetRef="B"', '=amount &gt; 100'),
    flow('sourceRef="A" targetRef="B"', '=amount &gt; 500'),
    ['~ First → Second | Condition: amount > 100 → amount > 500'],
  ],
  [
    'where a flow leads',
    flow('name="yes" sourceRef="A" targetRef="B"'),
    flow('name="yes" sourceRef="A" targetRef="C"'),
    ['~ yes | To: Second → Third'],
  ],
  ['a timer', timer('PT4H'), timer('PT1M30S'), ['~ Late | Duration: 4 hours → 1 minute 30 seconds']],
  [
    'whether it interrupts',
    timer('PT4H'),
    timer('PT4H').replace('attachedToRef', 'cancelActivity="false" attachedToRef'),
    ['~ Late | Stops the step: – → no'],
  ],
  [
    'what triggers an event',
    '<bpmn:startEvent id="S" name="Go"/>',
    '<bpmn:startEvent id="S" name="Go"><bpmn:signalEventDefinition/></bpmn:startEvent>',
    ['~ Go | Kind: start event → signal start event', '~ Go | Trigger: – → signal'],
  ],
  [
    'fields of a form',
    form({ key: 'amount', label: 'Amount', type: 'number' }, { key: 'old', label: 'Old', type: 'text' }),
    form(
      { key: 'amount', label: 'Amount', type: 'money', required: true },
      { key: 'iban', label: 'IBAN', type: 'text', required: true },
    ),
    [
      '~ Check | Field “Amount”: type: number → money',
      '~ Check | Field “Amount”: required: – → yes',
      '~ Check | Field “IBAN”: – → text, required',
      '~ Check | Field “Old”: text → –',
    ],
  ],
  [
    'the order of fields',
    form({ key: 'a', label: 'A', type: 'text' }, { key: 'b', label: 'B', type: 'text' }),
    form({ key: 'b', label: 'B', type: 'text' }, { key: 'a', label: 'A', type: 'text' }),
    ['~ Check | Order of fields: a, b → b, a'],
  ],
  [
    'a form that can’t be read, as text',
    extended('<countersign:form>broken</countersign:form>'),
    extended('<countersign:form>worse</countersign:form>'),
    ['~ Check | Form: broken → worse'],
  ],
  [
    'a prompt, a threshold and the output of an AI call',
    ai({ type: 'object', properties: { amount: { type: 'number' } } }, 'threshold="0.85"'),
    ai(
      {
        type: 'object',
        properties: { amount: { type: 'number' }, iban: { type: 'string' } },
        required: ['iban'],
      },
      'threshold="0.9"',
      'Read it well',
    ),
    [
      '~ Check | Threshold: 0.85 → 0.9',
      '~ Check | Prompt: Read it → Read it well',
      '~ Check | Output field “iban”: – → string, required',
    ],
  ],
  [
    'inputs, outcomes and headers by their names',
    extended(
      '<zeebe:ioMapping><zeebe:input source="=a" target="x"/><zeebe:input source="=b" target="y"/></zeebe:ioMapping>' +
        '<countersign:approval><countersign:outcome id="ok" label="Approve"/></countersign:approval>',
    ),
    extended(
      '<zeebe:ioMapping><zeebe:input source="=b" target="y"/><zeebe:input source="=c" target="x"/></zeebe:ioMapping>' +
        '<countersign:approval><countersign:outcome id="ok" label="Accept" commentRequired="true"/></countersign:approval>',
    ),
    [
      '~ Check | Input “x”: a → c',
      '~ Check | Order of inputs: x, y → y, x',
      '~ Check | Outcome “Accept”: label: Approve → Accept',
      '~ Check | Outcome “Accept”: comment required: – → yes',
    ],
  ],
  [
    'the decision it asks',
    extended('<zeebe:calledDecision decisionId="rate" resultVariable="r"/>', 'businessRuleTask'),
    extended('<zeebe:calledDecision decisionId="rate-2027" resultVariable="r"/>', 'businessRuleTask'),
    ['~ Check | Decision: rate → rate-2027'],
  ],
  [
    'an expression that becomes the same words as a text',
    extended('<zeebe:assignmentDefinition assignee="=mia"/>'),
    extended('<zeebe:assignmentDefinition assignee="mia"/>'),
    ['~ Check | Assignee: =mia → mia'],
  ],
  [
    'how it repeats',
    '<bpmn:task id="T" name="Check"/>',
    `<bpmn:task id="T" name="Check"><bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:extensionElements>
     <zeebe:loopCharacteristics inputCollection="=lines"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task>`,
    [
      '~ Check | Repeats: – → for each of a list',
      '~ Check | One after the other: – → yes',
      '~ Check | For each of: – → lines',
    ],
  ],
  [
    'another tool’s attribute',
    '<bpmn:userTask id="T" name="Check" camunda:assignee="demo"/>',
    '<bpmn:userTask id="T" name="Check" camunda:assignee="mary"/>',
    ['~ Check | Assignee (camunda): demo → mary'],
  ],
  [
    'the lane of a step',
    `<bpmn:laneSet id="LS"><bpmn:lane id="L1" name="Sales"><bpmn:flowNodeRef>T</bpmn:flowNodeRef></bpmn:lane><bpmn:lane id="L2" name="Finance"/></bpmn:laneSet><bpmn:task id="T" name="Check"/>`,
    `<bpmn:laneSet id="LS"><bpmn:lane id="L1" name="Sales"/><bpmn:lane id="L2" name="Finance"><bpmn:flowNodeRef>T</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet><bpmn:task id="T" name="Check"/>`,
    ['~ Check | Lane: Sales → Finance'],
  ],
  [
    'a step that goes into a sub-process',
    '<bpmn:subProcess id="S" name="Details"/><bpmn:task id="T" name="Check"/>',
    '<bpmn:subProcess id="S" name="Details"><bpmn:task id="T" name="Check"/></bpmn:subProcess>',
    ['~ Check | Inside: – → Details'],
  ],
];

describe('differences in people’s words', () => {
  for (const [what, before, after, expected] of CASES)
    it(what, () => expect(told(read(before), read(after))).toEqual(expected));

  it('properties of the process, and a message by its own name and not at each step that uses it', () => {
    const uses = '<bpmn:receiveTask id="R" name="Wait" messageRef="M"/>';
    const message = (name: string) => `<bpmn:message id="M" name="${name}"/>`;
    expect(told(read(uses, message('Paid')), read(uses, message('Settled')))).toEqual([
      '~ Settled | Name: Paid → Settled',
    ]);
    const closed = read('');
    const elements = { ...closed.elements };
    elements.P = { ...closed.elements.P!, attrs: { ...closed.elements.P!.attrs, name: 'Other' } };
    expect(told(closed, { ...closed, elements })).toEqual(['~ Other | Name: Process → Other']);
  });

  it('what has no name is called by its kind, and a flow by its ends', () => {
    const flow = '<bpmn:parallelGateway id="G"/><bpmn:task id="T" name="Check"/>';
    const to = `${flow}<bpmn:sequenceFlow id="F" sourceRef="G" targetRef="T"/><bpmn:userTask id="U"/>`;
    expect(told(read(flow), read(to))).toEqual([
      '+ flow Unnamed parallel gateway → Check',
      '+ user task Unnamed user task',
    ]);
  });

  it('what is added brings its properties', () => {
    const diff = diffDocuments(read('<bpmn:task id="T" name="Check"/>'), read(timer('PT4H')));
    expect(diff.added[0]).toMatchObject({
      kind: 'timer boundary event',
      name: 'Late',
      changes: [
        { label: 'Attached to', before: null, after: 'Check' },
        { label: 'Trigger', after: 'timer' },
        { label: 'Duration', after: '4 hours' },
      ],
    });
  });

  it('the order of ways out of a gateway counts, new and removed ways by themselves', () => {
    const ways = (...ids: string[]) =>
      read(
        `<bpmn:exclusiveGateway id="G" name="Large?">${ids.map((id) => `<bpmn:outgoing>${id}</bpmn:outgoing>`).join('')}</bpmn:exclusiveGateway>
         <bpmn:task id="T"/>${ids.map((id) => `<bpmn:sequenceFlow id="${id}" name="${id}" sourceRef="G" targetRef="T"/>`).join('')}`,
      );
    expect(told(ways('a', 'b'), ways('b', 'a'))).toEqual(['~ Large? | Order of paths: a, b → b, a']);
    expect(told(ways('a', 'b'), ways('a', 'c', 'b'))).toEqual(['+ flow c']);
  });
});

describe('the drawing', () => {
  const drawn = (x: number, end: number, name = 'Check') =>
    read(
      `<bpmn:startEvent id="S"/><bpmn:task id="T" name="${name}"/><bpmn:sequenceFlow id="F" sourceRef="S" targetRef="T"/>`,
      `<bpmndi:BPMNDiagram id="DG"><bpmndi:BPMNPlane id="PL" bpmnElement="P">
       <bpmndi:BPMNShape id="S_di" bpmnElement="S"><dc:Bounds x="0" y="0" width="36" height="36"/></bpmndi:BPMNShape>
       <bpmndi:BPMNShape id="T_di" bpmnElement="T"><dc:Bounds x="${x}" y="0" width="100" height="80"/></bpmndi:BPMNShape>
       <bpmndi:BPMNEdge id="F_di" bpmnElement="F"><di:waypoint x="36" y="18"/><di:waypoint x="${end}" y="18"/></bpmndi:BPMNEdge>
       </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
    );

  it('moved and rerouted is layout, and nothing else', () => {
    const diff = diffDocuments(drawn(100, 100), drawn(160, 160));
    expect(isSame(diff)).toBe(true);
    expect(diff.layout.map(({ id, mark, changes }) => [id, mark, changes[0]?.label])).toEqual([
      ['T', 'moved', 'Position'],
      ['F', 'moved', 'Route'],
    ]);
    expect(marksOf(diff).size).toBe(0);
    expect([...marksOf(diff, { layout: true })]).toEqual([
      ['T', 'moved'],
      ['F', 'moved'],
    ]);
  });

  it('what is moved and changed is marked as changed', () => {
    const diff = diffDocuments(drawn(100, 100), drawn(160, 100, 'Look'));
    expect(marksOf(diff, { layout: true }).get('T')).toBe('changed');
    expect(onlyMoved(diff)).toEqual([]);
  });
});
