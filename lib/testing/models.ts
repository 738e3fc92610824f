const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:countersign="urn:countersign:bpmn:1" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  id="defs" targetNamespace="http://example.org">`;

/** A whole file around what stands in its one process. */
export const model = (content: string, { id = 'p', name = 'Test' } = {}): string =>
  `${HEAD}<bpmn:process id="${id}" name="${name}" isExecutable="true">${content}</bpmn:process></bpmn:definitions>`;

/** Start → the elements in order → end, each with a flow to the next. */
export function sequence(elements: readonly { id: string; xml: string }[]): string {
  const ids = ['start', ...elements.map((one) => one.id), 'end'];
  const flows = ids
    .slice(1)
    .map((id, index) => `<bpmn:sequenceFlow id="f${index}" sourceRef="${ids[index]}" targetRef="${id}" />`);
  const steps = elements.map((one) => one.xml).join('');
  return `<bpmn:startEvent id="start" />${steps}<bpmn:endEvent id="end" />${flows.join('')}`;
}

export const workStep = (id: string, type: string) => ({
  id,
  xml: `<bpmn:serviceTask id="${id}" name="${id}"><bpmn:extensionElements>
    <zeebe:taskDefinition type="${type}" retries="3" /></bpmn:extensionElements></bpmn:serviceTask>`,
});

export const userStep = (id: string, groups = 'finance') => ({
  id,
  xml: `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements>
    <zeebe:assignmentDefinition candidateGroups="${groups}" /></bpmn:extensionElements></bpmn:userTask>`,
});

/** Approve or reject with a comment; the one who started the instance may not decide. */
export const approvalStep = (id: string, groups = 'finance') => ({
  id,
  xml: `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements>
    <zeebe:assignmentDefinition candidateGroups="${groups}" />
    <countersign:approval resultVariable="decision" fourEyes="notInitiator">
      <countersign:outcome id="approve" label="Approve" tone="positive" commentRequired="false" />
      <countersign:outcome id="reject" label="Reject" tone="negative" commentRequired="true" />
    </countersign:approval></bpmn:extensionElements></bpmn:userTask>`,
});

export const scriptStep = (id: string, expression: string) => ({
  id,
  xml: `<bpmn:scriptTask id="${id}" name="${id}"><bpmn:extensionElements>
    <zeebe:script expression="=${expression}" resultVariable="result" /></bpmn:extensionElements></bpmn:scriptTask>`,
});
