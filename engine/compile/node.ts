import type { ExecutableNode } from '../core/model';
import { compileCompensation } from './compensation';
import type { DocElement } from './document';
import { type FlowModel, isEventSubProcess, type ScopeNode } from './flow-model';
import { compileListeners } from './listeners';
import { compileLoop } from './loop';
import { compileMappings } from './mappings';
import { compileQuantities } from './quantities';
import { reference, titleOf } from './read';
import type { CompileContext, CompileRegistry } from './registry';
import { eventStart, eventSubProcesses, startNodes } from './starts';

/** What compiling a node needs: `contextOf` says where its problems and expressions go. */
export interface NodeRun {
  model: FlowModel;
  registry: CompileRegistry;
  contextOf(node: ScopeNode, element: DocElement): CompileContext;
}

/** Compiles one flow node. */
export function compileNode(run: NodeRun, node: ScopeNode): ExecutableNode {
  const { registry, model } = run;
  const { element } = node;
  const context = run.contextOf(node, element);
  const obstacle = registry.notExecutable(model.document, element);
  if (obstacle && EVENT.test(element.type)) context.report('error', 'event-trigger', obstacle);
  else if (obstacle) context.report('error', 'not-executable', obstacle);
  const compiler = registry.compilerOf(model.document, element);
  return {
    id: node.id,
    name: titleOf(element),
    kind: compiler.behavior,
    elementType: localName(element.type),
    scope: node.scope,
    ...edges(node),
    ...attachment(element),
    ...eventFields(run, node, context),
    ...(ACTIVITY.test(element.type) ? activityFields(run, node, context) : {}),
    ...inside(run, node),
    ...compileMappings(context),
    ...compileListeners(context),
    config: compiler.compile(context),
  };
}

function edges(node: ScopeNode): Pick<ExecutableNode, 'incoming' | 'outgoing' | 'defaultFlow' | 'boundary'> {
  const defaultFlow = reference(node.element, 'default');
  return {
    incoming: node.incoming.map((flow) => flow.id),
    outgoing: node.outgoing.map((flow) => flow.id),
    ...(defaultFlow && node.outgoing.some((flow) => flow.id === defaultFlow) ? { defaultFlow } : {}),
    boundary: node.boundary.map((event) => event.id),
  };
}

function attachment(element: DocElement): Pick<ExecutableNode, 'attachedTo' | 'interrupting'> {
  if (element.type !== 'bpmn:BoundaryEvent') return {};
  const attachedTo = reference(element, 'attachedToRef');
  return { ...(attachedTo ? { attachedTo } : {}), interrupting: element.attrs.cancelActivity !== false };
}

type EventFields = Pick<ExecutableNode, 'triggers' | 'parallelMultiple' | 'throws' | 'interrupting'>;

/** What a node waits for and throws; an event sub-process waits for what its start event says. */
function eventFields(run: NodeRun, node: ScopeNode, context: CompileContext): EventFields {
  if (isEventSubProcess(node.element)) {
    const start = eventStart(run.model.scopes.get(node.id));
    if (!start) return { interrupting: true };
    const fields = catching(run, start, run.contextOf(start, start.element));
    return { ...fields, interrupting: start.element.attrs.isInterrupting !== false };
  }
  const scope = run.model.scopes.get(node.scope)?.element;
  // the sub-process around it waits in its place
  if (node.element.type === 'bpmn:StartEvent' && scope && isEventSubProcess(scope)) return {};
  const throws = run.registry.throwsOf(context);
  return { ...catching(run, node, context), ...(throws.length > 0 ? { throws } : {}) };
}

function catching({ registry }: NodeRun, { element }: ScopeNode, context: CompileContext): EventFields {
  const triggers = registry.triggersOf(context);
  if (triggers.length === 0) return {};
  const all = element.attrs.parallelMultiple === true && triggers.length > 1;
  return { triggers, ...(all ? { parallelMultiple: true as const } : {}) };
}

const EVENT = /^bpmn:(?:Start|End|Boundary|Intermediate(?:Catch|Throw))Event$/;
const ACTIVITY = /^bpmn:(?:\w*Task|\w*SubProcess|Transaction|CallActivity)$/;

function activityFields(run: NodeRun, node: ScopeNode, context: CompileContext): Partial<ExecutableNode> {
  const loop = compileLoop(context, run.registry);
  return {
    ...(loop ? { loop } : {}),
    ...compileQuantities(context),
    ...compileCompensation(run.model, node),
  };
}

function inside(run: NodeRun, node: ScopeNode): Pick<ExecutableNode, 'startNodes' | 'eventSubProcesses'> {
  const scope = run.model.scopes.get(node.id);
  if (!scope) return {};
  const events = eventSubProcesses(scope);
  return { startNodes: startNodes(scope), ...(events.length > 0 ? { eventSubProcesses: events } : {}) };
}

/** `bpmn:UserTask` → `userTask`, as the API names element types. */
export function localName(type: string): string {
  const name = type.slice(type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
