import type { Executable, ExecutableFlow, ExecutableNode } from '../core/model';
import type { DocElement, ProcessDocument } from './document';
import { compileExpression, isError } from './expression';
import { conditionOf, type FlowModel, flowModel, type Scope, type ScopeNode } from './flow-model';
import { reportListeners } from './listeners';
import { compileNode, type NodeRun } from './node';
import { type Problem, uniqueProblems } from './problem';
import { language, reference, titleOf } from './read';
import type { CompileContext, CompileRegistry, ExpressionOptions } from './registry';
import { eventSubProcesses, startNodes, triggeredStarts } from './starts';

export { startNodes };

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
  const { registry } = run.options;
  const nodeRun: NodeRun = { ...run, registry, contextOf: (node, element) => contextOf(run, node, element) };
  const flows: Record<string, ExecutableFlow> = Object.create(null);
  for (const scope of run.model.scopes.values()) {
    if (scope.process !== process.id) continue;
    for (const node of scope.nodes) {
      nodes[node.id] = compileNode(nodeRun, node);
      for (const flow of node.outgoing) flows[flow.id] = compileFlow(run, node, flow);
    }
  }
  reportListeners(process, (severity, code, message) =>
    run.problems.push({ severity, code, message, elementId: process.id }),
  );
  const scope = run.model.scopes.get(process.id);
  return {
    versionId: run.options.versionId,
    processKey: process.id,
    processName: titleOf(process),
    checksum: run.options.checksum,
    nodes,
    flows,
    ...(scope ? startsOf(scope) : { startNodes: [] }),
  };
}

function startsOf(scope: Scope): Pick<Executable, 'startNodes' | 'triggeredStarts' | 'eventSubProcesses'> {
  const triggered = triggeredStarts(scope);
  const events = eventSubProcesses(scope);
  return {
    startNodes: startNodes(scope),
    ...(triggered.length > 0 ? { triggeredStarts: triggered } : {}),
    ...(events.length > 0 ? { eventSubProcesses: events } : {}),
  };
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

/** Parallel and event-based gateways ignore conditions (BPMN 2.0.2, 13.4, Parallel and Event-Based Gateway). */
export const CONDITIONAL = /^bpmn:(?!ParallelGateway|EventBasedGateway)/;

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
