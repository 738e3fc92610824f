import type { Executable, ExecutableFlow, ExecutableNode } from '../core/model';
import type { DocElement, ProcessDocument } from './document';
import { compileExpression, isError } from './expression';
import {
  conditionOf,
  type FlowModel,
  flowModel,
  isEventSubProcess,
  type Scope,
  type ScopeNode,
} from './flow-model';
import { compileMappings } from './mappings';
import { type Problem, uniqueProblems } from './problem';
import { reference, titleOf } from './read';
import type { CompileContext, CompileRegistry, ExpressionOptions } from './registry';

export interface CompileOptions {
  versionId: string;
  /** SHA-256 of the canonical document, kept beside every decision. */
  checksum: string;
  /** Only this process; all that run when absent. */
  processKey?: string;
  registry: CompileRegistry;
}

export type CompileResult =
  | { ok: true; executables: Executable[]; problems: Problem[] }
  | { ok: false; problems: Problem[] };

/**
 * Compiles the processes of a document that run (see {@link FlowModel.executable}). Reports what keeps it from
 * running as errors, and what will run differently than drawn as warnings.
 */
export function compile(document: ProcessDocument, options: CompileOptions): CompileResult {
  const model = flowModel(document);
  const problems: Problem[] = [];
  const executables = model.processes
    .filter((process) => model.executable.has(process.id))
    .filter((process) => options.processKey === undefined || process.id === options.processKey)
    .map((process) => compileProcess({ model, problems, options }, process));
  if (executables.length === 0) problems.push(nothingToRun(document, options.processKey));
  const found = uniqueProblems(problems);
  return found.some((problem) => problem.severity === 'error')
    ? { ok: false, problems: found }
    : { ok: true, executables, problems: found };
}

interface Run {
  model: FlowModel;
  problems: Problem[];
  options: CompileOptions;
}

function compileProcess(run: Run, process: DocElement): Executable {
  const nodes: Record<string, ExecutableNode> = Object.create(null);
  const flows: Record<string, ExecutableFlow> = Object.create(null);
  for (const scope of run.model.scopes.values()) {
    if (scope.process !== process.id) continue;
    for (const node of scope.nodes) {
      nodes[node.id] = compileNode(run, node);
      for (const flow of node.outgoing) flows[flow.id] = compileFlow(run, node, flow);
    }
  }
  const scope = run.model.scopes.get(process.id);
  return {
    versionId: run.options.versionId,
    processKey: process.id,
    processName: titleOf(process),
    checksum: run.options.checksum,
    nodes,
    flows,
    startNodes: scope ? startNodes(scope) : [],
  };
}

function compileNode(run: Run, node: ScopeNode): ExecutableNode {
  const { document } = run.model;
  const { element } = node;
  const context = contextOf(run, node, element);
  const obstacle = run.options.registry.notExecutable(document, element);
  if (obstacle) context.report('error', 'not-executable', obstacle);
  const compiler = run.options.registry.compilerOf(document, element);
  const inner = run.model.scopes.get(node.id);
  const defaultFlow = reference(element, 'default');
  return {
    id: node.id,
    name: titleOf(element),
    kind: compiler.behavior,
    elementType: localName(element.type),
    scope: node.scope,
    incoming: node.incoming.map((flow) => flow.id),
    outgoing: node.outgoing.map((flow) => flow.id),
    ...(defaultFlow && node.outgoing.some((flow) => flow.id === defaultFlow) ? { defaultFlow } : {}),
    boundary: node.boundary.map((event) => event.id),
    ...attachment(element),
    ...(inner ? { startNodes: startNodes(inner) } : {}),
    ...compileMappings(context),
    config: compiler.compile(context),
  };
}

function attachment(element: DocElement): { attachedTo?: string; interrupting?: boolean } {
  if (element.type !== 'bpmn:BoundaryEvent') return {};
  const attachedTo = reference(element, 'attachedToRef');
  return { ...(attachedTo ? { attachedTo } : {}), interrupting: element.attrs.cancelActivity !== false };
}

function compileFlow(run: Run, source: ScopeNode, flow: DocElement): ExecutableFlow {
  const written = conditionOf(flow);
  const context = contextOf(run, source, flow);
  // a default flow is taken when no other is: its own condition is never looked at
  const isDefault = reference(source.element, 'default') === flow.id;
  const condition =
    written && !isDefault && CONDITIONAL.test(source.element.type)
      ? context.expression(written.body, 'condition', { ...CONDITION, ...language(written.language) })
      : undefined;
  return {
    id: flow.id,
    source: reference(flow, 'sourceRef') ?? '',
    target: reference(flow, 'targetRef') ?? '',
    ...(condition ? { condition } : {}),
  };
}

const CONDITION = { purpose: 'condition' } as const;

const language = (written: string | undefined) =>
  written === undefined || /feel/i.test(written) ? {} : { language: written };

/** Parallel and event-based gateways ignore conditions (BPMN 2.0.2, 13.4.1 and 13.4.4). */
export const CONDITIONAL = /^bpmn:(?!ParallelGateway|EventBasedGateway)/;

/** Where a scope begins: its none start event, else every node that nothing leads to. */
export function startNodes(scope: Scope): string[] {
  const starts = scope.nodes.filter(
    ({ element }) => element.type === 'bpmn:StartEvent' && !element.children.eventDefinitions?.length,
  );
  const triggered = scope.nodes.some(({ element }) => element.type === 'bpmn:StartEvent');
  if (starts.length > 0 || triggered) return starts.slice(0, 1).map((node) => node.id);
  return scope.nodes
    .filter((node) => node.incoming.length === 0 && startsItself(node.element))
    .map((node) => node.id);
}

function startsItself(element: DocElement): boolean {
  if (element.type === 'bpmn:BoundaryEvent' || element.attrs.isForCompensation === true) return false;
  return !isEventSubProcess(element);
}

function contextOf(run: Run, node: ScopeNode, element: DocElement): CompileContext {
  const { registry } = run.options;
  const context: CompileContext = {
    document: run.model.document,
    element,
    node,
    expression(text, field, options) {
      const compiled = compileExpression(text, options, registry.translate);
      if (!isError(compiled)) return compiled;
      // a step may run without a value that another engine computes; a decision can't be taken without its condition
      if (compiled.foreign && options?.purpose !== 'condition')
        context.report('warning', 'not-translated', `${compiled.message} It is left empty.`, field);
      else
        context.report(
          'error',
          'expression',
          `${describe(field, options)} can't be read. ${compiled.message}`,
          field,
        );
      return { mode: 'static', source: text, value: null };
    },
    optional(text, field, options) {
      return text === undefined || text.trim() === '' ? undefined : context.expression(text, field, options);
    },
    report(severity, code, message, field) {
      run.problems.push({ severity, code, message, elementId: element.id, ...(field ? { field } : {}) });
    },
  };
  return context;
}

function describe(field: string, options: ExpressionOptions = {}): string {
  const what = options.purpose === 'condition' ? 'The condition' : `The expression of “${field}”`;
  return options.language ? `${what}, which the file says is written in “${options.language}”,` : what;
}

function nothingToRun(document: ProcessDocument, processKey: string | undefined): Problem {
  const message = processKey
    ? `There is no process “${processKey}” that can run.`
    : 'There is no process to run: draw at least a start event and an end event.';
  return { severity: 'error', code: 'no-process', message, elementId: processKey ?? document.root };
}

/** `bpmn:UserTask` → `userTask`, as the API names element types. */
export function localName(type: string): string {
  const name = type.slice(type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
