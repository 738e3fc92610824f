const prepareForm = {
  fields: [
    { key: 'amount', label: 'Amount', type: 'readonly', currency: 'EUR' },
    { key: 'quantity', label: 'Quantity', type: 'number', required: true, min: 1 },
    { key: 'customer.name', label: 'Customer', type: 'text', required: true },
  ],
};

const approveForm = {
  fields: [
    { key: 'amount', label: 'Amount', type: 'readonly', currency: 'EUR' },
    { key: 'customer.name', label: 'Customer', type: 'readonly' },
    { key: 'note', label: 'Note', type: 'text' },
  ],
};

const shape = (id: string, x: number, width: number, height: number) =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${100 - height / 2}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
const edge = (id: string, from: number, to: number) =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="100"/><di:waypoint x="${to}" y="100"/></bpmndi:BPMNEdge>`;

/** Prepare (user task), then approve: not by who started it and not by who prepared it. */
export const fourEyesXml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:countersign="urn:countersign:bpmn:1" id="Definitions_orders" targetNamespace="urn:test">
  <bpmn:process id="orders" name="Orders" isExecutable="true">
    <bpmn:startEvent id="Start"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="Prepare" name="Prepare">
      <bpmn:extensionElements>
        <zeebe:userTask/>
        <zeebe:assignmentDefinition candidateGroups="finance"/>
        <countersign:form>${JSON.stringify(prepareForm)}</countersign:form>
      </bpmn:extensionElements>
      <bpmn:incoming>F1</bpmn:incoming><bpmn:outgoing>F2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="Approve" name="Approve order">
      <bpmn:extensionElements>
        <zeebe:userTask/>
        <zeebe:assignmentDefinition candidateGroups="finance"/>
        <countersign:approval resultVariable="decision" fourEyes="notInitiator" notDoneBy="Prepare" sentence="You decide whether €{{amount}} is ordered for {{customer.name}}.">
          <countersign:outcome id="approve" label="Approve" tone="positive" commentRequired="false"/>
          <countersign:outcome id="reject" label="Reject" tone="negative" commentRequired="true"/>
        </countersign:approval>
        <countersign:form>${JSON.stringify(approveForm)}</countersign:form>
      </bpmn:extensionElements>
      <bpmn:incoming>F2</bpmn:incoming><bpmn:outgoing>F3</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="End"><bpmn:incoming>F3</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Prepare"/>
    <bpmn:sequenceFlow id="F2" sourceRef="Prepare" targetRef="Approve"/>
    <bpmn:sequenceFlow id="F3" sourceRef="Approve" targetRef="End"/>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="orders">
    ${shape('Start', 0, 36, 36)}${shape('Prepare', 90, 100, 80)}${shape('Approve', 240, 100, 80)}${shape('End', 390, 36, 36)}
    ${edge('F1', 36, 90)}${edge('F2', 190, 240)}${edge('F3', 340, 390)}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
