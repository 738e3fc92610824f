import type { ProcessDocument } from '@/lib/document/types';
import { importBpmn } from './import';

/** For tests: the definitions around a piece of BPMN. */
export function definitions(content: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:tns="urn:test" targetNamespace="urn:test"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions_1" ${attributes}>${content}</bpmn:definitions>`;
}

/** For tests: the document of a piece of XML that must be readable. */
export function read(xml: string | Uint8Array): ProcessDocument {
  const result = importBpmn(xml);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.document;
}
