import { type DocElement, type ElementId, get, nameOf, type ProcessDocument } from '@/lib/document';

export interface Size {
  width: number;
  height: number;
}

/** Standard sizes in diagram pixels (ux.md §1.1), so that diagrams look like everybody's. */
export const SIZES = {
  activity: { width: 100, height: 80 },
  event: { width: 36, height: 36 },
  gateway: { width: 50, height: 50 },
  dataObject: { width: 36, height: 50 },
  dataStore: { width: 50, height: 50 },
  annotation: { width: 100, height: 40 },
  /** The least an expanded sub-process takes. */
  subProcess: { width: 140, height: 120 },
  /** The least a pool and a lane take. */
  pool: { width: 600, height: 120 },
  lane: { width: 400, height: 120 },
  /** A pool whose process is not shown. */
  blackBox: { width: 600, height: 60 },
} as const;

const SUB_PROCESSES = new Set([
  'bpmn:SubProcess',
  'bpmn:Transaction',
  'bpmn:AdHocSubProcess',
  'bpmn:SubChoreography',
]);

/** Whether an element is a sub-process of any kind. */
export const isSubProcess = (element: DocElement): boolean => SUB_PROCESSES.has(element.type);

/** Whether an element is a node that sequence flows connect. */
export const isFlowNode = (element: DocElement): boolean =>
  !/DataObject$|Reference$|SequenceFlow$/.test(element.type) && element.containment === 'flowElements';

export const isEvent = (element: DocElement): boolean => /Event$/.test(element.type);
export const isGateway = (element: DocElement | undefined): boolean => /Gateway$/.test(element?.type ?? '');

/** The standard size of a flow node that isn't expanded. */
export function sizeOf(element: DocElement): Size {
  if (isEvent(element)) return SIZES.event;
  return isGateway(element) ? SIZES.gateway : SIZES.activity;
}

const CHARACTER = 6.4;
const LINE = 14;
const MAX_LABEL = 90;

/** The room a name takes beside its symbol; undefined when there is none. */
export function labelSize(document: ProcessDocument, id: ElementId): Size | undefined {
  const name = nameOf(get(document, id)).trim();
  if (name === '') return undefined;
  const longestWord = Math.max(...name.split(/\s+/).map((word) => word.length));
  if (!name.includes('\n') && name.length * CHARACTER <= MAX_LABEL)
    return { width: Math.ceil(name.length * CHARACTER), height: LINE };
  const width = Math.min(Math.max(MAX_LABEL, longestWord * CHARACTER), name.length * CHARACTER);
  const lines = Math.max(name.split('\n').length, Math.ceil((name.length * CHARACTER * 1.15) / width));
  return { width: Math.ceil(width), height: lines * LINE };
}
