import { importBpmn } from '@/lib/bpmn';
import type { ProcessDocument } from '@/lib/document';

/** A document with one process from its flow elements as XML. */
export function processDocument(inside: string, roots = ''): ProcessDocument {
  const imported = importBpmn(`<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  targetNamespace="urn:countersign:test">${roots}
  <bpmn:process id="P" name="P" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`);
  if (!imported.ok) throw new Error(imported.message);
  return imported.document;
}

/** A sequence flow, with a FEEL condition where one is given. */
export const flow = (id: string, from: string, to: string, condition?: string): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${
    condition
      ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=${condition}</bpmn:conditionExpression>`
      : ''
  }</bpmn:sequenceFlow>`;

/** A service task of a type. */
export const service = (id: string, name = id): string =>
  `<bpmn:serviceTask id="${id}" name="${name}"><bpmn:extensionElements><zeebe:taskDefinition type="work" /></bpmn:extensionElements></bpmn:serviceTask>`;
