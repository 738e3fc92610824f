import { describe, expect, it } from 'vitest';
import { layoutDocument } from '@/lib/bpmn/layout';
import { definitions, read } from '@/lib/bpmn/testing';
import { diagramView, planeChoices } from './index';

const view = async (content: string) =>
  diagramView(
    await layoutDocument(read(definitions(`<bpmn:process id="P" name="Order">${content}</bpmn:process>`))),
  );
const flow = (id: string, from: string, to: string, inner = '') =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`;

describe('the view of a diagram', () => {
  it('tells events by position, trigger and whether they interrupt', async () => {
    const { nodes } = await view(
      `<bpmn:task id="T"/><bpmn:boundaryEvent id="B" attachedToRef="T" cancelActivity="false"><bpmn:timerEventDefinition/>
       </bpmn:boundaryEvent><bpmn:intermediateThrowEvent id="M"><bpmn:signalEventDefinition/><bpmn:messageEventDefinition/>
       </bpmn:intermediateThrowEvent><bpmn:endEvent id="E"><bpmn:terminateEventDefinition/></bpmn:endEvent>`,
    );
    const spec = (id: string) => nodes.find((node) => node.id === id)?.spec;
    expect(spec('B')).toMatchObject({ position: 'boundary', trigger: 'timer', interrupting: false });
    expect(spec('M')).toMatchObject({ position: 'throw', trigger: 'multiple', interrupting: true });
    expect(spec('E')).toMatchObject({ position: 'end', trigger: 'terminate' });
  });

  it('marks default flows, conditional flows out of activities, AI calls and loops', async () => {
    const { nodes, edges } = await view(
      `<bpmn:serviceTask id="A" default="D"><bpmn:extensionElements><countersign:aiCall
       xmlns:countersign="urn:countersign:bpmn:1"/></bpmn:extensionElements>
       <bpmn:multiInstanceLoopCharacteristics isSequential="true"/></bpmn:serviceTask><bpmn:task id="B"/><bpmn:task id="C"/>
       ${flow('D', 'A', 'B')}${flow('If', 'A', 'C', '<bpmn:conditionExpression>=x</bpmn:conditionExpression>')}`,
    );
    expect(nodes.find((node) => node.id === 'A')?.spec).toMatchObject({
      ai: true,
      markers: ['miSequential'],
    });
    expect(edges.find((edge) => edge.id === 'D')).toMatchObject({
      kind: 'sequence',
      default: true,
      sourceId: 'A',
    });
    expect(edges.find((edge) => edge.id === 'If')).toMatchObject({ conditional: true });
  });

  it('shows the state of data once, also when the name has it already', async () => {
    const { nodes } = await view(
      `<bpmn:dataStoreReference id="A" name="Offer"><bpmn:dataState name="Approved"/></bpmn:dataStoreReference>
       <bpmn:dataStoreReference id="B" name="Offer [Approved]"><bpmn:dataState name="Approved"/></bpmn:dataStoreReference>`,
    );
    expect(nodes.map(({ spec }) => spec.label)).toEqual(['Offer [Approved]', 'Offer [Approved]']);
  });

  it('leaves out what lies inside a collapsed sub-process of the same plane', async () => {
    const document = await layoutDocument(
      read(
        definitions(`<bpmn:process id="P"><bpmn:subProcess id="Sub" name="Pack"><bpmn:task id="X"/><bpmn:task id="Y"/>
          ${flow('F', 'X', 'Y')}</bpmn:subProcess></bpmn:process>`),
      ),
    );
    expect(diagramView(document).nodes.map((node) => node.id)).toEqual(['Sub', 'X', 'Y']);
    const closed = structuredClone(document);
    for (const element of Object.values(closed.elements))
      if (element.attrs.isExpanded) element.attrs.isExpanded = false;
    const { nodes, edges } = diagramView(closed);
    expect(nodes.map((node) => [node.id, node.spec.expanded])).toEqual([['Sub', false]]);
    expect(edges).toEqual([]);
  });

  it('names the diagrams and encloses everything drawn', async () => {
    const document = await layoutDocument(
      read(definitions('<bpmn:process id="P" name="Order"><bpmn:task id="T"/></bpmn:process>')),
    );
    expect(planeChoices(document)).toEqual([{ id: 'P_plane', elementId: 'P', name: 'Order' }]);
    const { bounds, nodes } = diagramView(document);
    expect(bounds).toEqual({ x: nodes[0]?.x, y: nodes[0]?.y, width: 100, height: 80 });
  });
});
