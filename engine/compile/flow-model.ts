import type { DocElement, ElementId, ProcessDocument } from './document';
import { children, eventDefinitions, get, reference, written } from './read';

/** A flow node in its place; edges are sequence flows whose two ends exist in the same scope. */
export interface ScopeNode {
  id: ElementId;
  element: DocElement;
  /** The process or sub-process that contains it. */
  scope: ElementId;
  process: ElementId;
  incoming: DocElement[];
  outgoing: DocElement[];
  /** Boundary events attached to it. */
  boundary: DocElement[];
  /** Event definitions: its own first, then those it shares by `eventDefinitionRef`. */
  definitions: DocElement[];
}

/** A process or sub-process with its own flow nodes. */
export interface Scope {
  id: ElementId;
  element: DocElement;
  process: ElementId;
  nodes: ScopeNode[];
}

/** The flow graph of a document, built in one pass and shared by compiler and rules. */
export interface FlowModel {
  document: ProcessDocument;
  processes: DocElement[];
  /** The processes that will run: those marked executable, else every one that has content. */
  executable: ReadonlySet<ElementId>;
  scopes: ReadonlyMap<ElementId, Scope>;
  nodes: ReadonlyMap<ElementId, ScopeNode>;
  /** Every sequence flow, also dangling ones. */
  flows: readonly { flow: DocElement; process: ElementId; scope: ElementId }[];
}

const cache = new WeakMap<ProcessDocument, FlowModel>();

/** The flow graph of a document; kept as long as that document object lives. */
export function flowModel(document: ProcessDocument): FlowModel {
  const known = cache.get(document);
  if (known) return known;
  const built = build(document);
  cache.set(document, built);
  return built;
}

/** Whether a flow node is an event sub-process, which starts on its trigger and never with its scope. */
export const isEventSubProcess = (element: DocElement): boolean => element.attrs.triggeredByEvent === true;

/** Whether an element takes part in sequence flow. */
export const isFlowNode = (type: string): boolean => FLOW_NODE.test(type);

const FLOW_NODE =
  /^bpmn:(?:\w*Task|\w*Gateway|StartEvent|EndEvent|IntermediateCatchEvent|IntermediateThrowEvent|BoundaryEvent|ImplicitThrowEvent|SubProcess|AdHocSubProcess|Transaction|CallActivity|CallChoreography|SubChoreography)$/;
const GLOBAL = /^bpmn:Global/;

function build(document: ProcessDocument): FlowModel {
  const root = get(document, document.root);
  const processes = root
    ? children(document, root, 'rootElements').filter((element) => element.type === 'bpmn:Process')
    : [];
  const model = {
    document,
    processes,
    executable: runnable(processes),
    scopes: new Map<ElementId, Scope>(),
    nodes: new Map<ElementId, ScopeNode>(),
    flows: [] as { flow: DocElement; process: ElementId; scope: ElementId }[],
  };
  for (const process of processes) addScope(model, process, process.id);
  connect(model);
  return model;
}

function runnable(processes: readonly DocElement[]): ReadonlySet<ElementId> {
  const marked = processes.filter((process) => process.attrs.isExecutable === true);
  const chosen =
    marked.length > 0 ? marked : processes.filter((process) => process.children.flowElements?.length);
  return new Set(chosen.map((process) => process.id));
}

interface Building extends FlowModel {
  scopes: Map<ElementId, Scope>;
  nodes: Map<ElementId, ScopeNode>;
  flows: { flow: DocElement; process: ElementId; scope: ElementId }[];
}

function addScope(model: Building, process: DocElement, processId: ElementId): void {
  const pending = [process];
  for (let container = pending.pop(); container; container = pending.pop()) {
    const scope: Scope = { id: container.id, element: container, process: processId, nodes: [] };
    model.scopes.set(container.id, scope);
    for (const element of children(model.document, container, 'flowElements')) {
      if (element.type === 'bpmn:SequenceFlow')
        model.flows.push({ flow: element, process: processId, scope: container.id });
      if (!isFlowNode(element.type) || GLOBAL.test(element.type)) continue;
      const node = scopeNode(model.document, element, container.id, processId);
      scope.nodes.push(node);
      model.nodes.set(element.id, node);
      if (element.children.flowElements || SCOPE.test(element.type)) pending.push(element);
    }
  }
}

const SCOPE = /^bpmn:(?:\w*SubProcess|Transaction)$/;

function scopeNode(
  document: ProcessDocument,
  element: DocElement,
  scope: string,
  process: string,
): ScopeNode {
  const edges = { incoming: [], outgoing: [], boundary: [] };
  const definitions = eventDefinitions(document, element);
  return { id: element.id, element, scope, process, definitions, ...edges };
}

function connect(model: Building): void {
  for (const { flow } of model.flows) {
    const source = model.nodes.get(reference(flow, 'sourceRef') ?? '');
    const target = model.nodes.get(reference(flow, 'targetRef') ?? '');
    if (!source || !target || source.scope !== target.scope) continue;
    source.outgoing.push(flow);
    target.incoming.push(flow);
  }
  for (const node of model.nodes.values()) {
    if (node.element.type !== 'bpmn:BoundaryEvent') continue;
    model.nodes.get(reference(node.element, 'attachedToRef') ?? '')?.boundary.push(node.element);
  }
}

/** A flow's condition as written; undefined when it has none. */
export const conditionOf = (flow: DocElement): { body: string; language?: string } | undefined =>
  written(flow, 'conditionExpression');
