import {
  type DocElement,
  type ElementId,
  eventDefinitionsOf,
  get,
  type ProcessDocument,
} from '@/lib/document';
import type { Seed } from '@/lib/elements/define';

/** What rules need to know about a node, whether it exists or is about to. */
export interface Traits {
  type: string;
  /** Event definition types with prefix; none for a none event. */
  triggers: readonly string[];
  triggeredByEvent: boolean;
  forCompensation: boolean;
}

const ACTIVITY = /Task$|Activity$|SubProcess$|^bpmn:Transaction$/;

export const isEvent = (type: string): boolean => type.endsWith('Event');
export const isGateway = (type: string): boolean => type.endsWith('Gateway');
export const isActivity = (type: string): boolean => ACTIVITY.test(type) && !type.startsWith('bpmn:Global');
export const isFlowNode = (type: string): boolean => isEvent(type) || isGateway(type) || isActivity(type);
export const isSubProcess = (type: string): boolean => /SubProcess$|^bpmn:Transaction$/.test(type);
export const isData = (type: string): boolean => /^bpmn:Data(Object|Store)Reference$/.test(type);
export const isArtifact = (type: string): boolean => type === 'bpmn:TextAnnotation' || type === 'bpmn:Group';

/** Whether an entry is a node of the drawing (not a flow, not a definition). */
export const isNode = (element: DocElement | undefined): element is DocElement =>
  element !== undefined &&
  (isFlowNode(element.type) ||
    isData(element.type) ||
    isArtifact(element.type) ||
    element.type === 'bpmn:Participant' ||
    element.type === 'bpmn:Lane');

/** The traits of an element of the document; undefined when there is none of that id. */
export function traitsOf(document: ProcessDocument, id: ElementId | undefined): Traits | undefined {
  const element = get(document, id);
  return (
    element && {
      type: element.type,
      triggers: eventDefinitionsOf(document, element.id).map((definition) => definition.type),
      triggeredByEvent: element.attrs.triggeredByEvent === true,
      forCompensation: element.attrs.isForCompensation === true,
    }
  );
}

/** The traits that an element made from a seed will have. */
export function traitsOfSeed(seed: Seed): Traits {
  return {
    type: seed.type,
    triggers: (seed.children?.eventDefinitions ?? []).map((definition) => definition.type),
    triggeredByEvent: seed.attrs?.triggeredByEvent === true,
    forCompensation: seed.attrs?.isForCompensation === true,
  };
}
