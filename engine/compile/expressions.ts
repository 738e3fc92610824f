import type { Expression } from '../core/model';
import { CONDITIONAL } from './compile';
import type { DocElement, ProcessDocument } from './document';
import { feelSource } from './expression';
import { conditionOf, flowModel, type ScopeNode } from './flow-model';
import { compileNode, type NodeRun } from './node';
import type { CompileContext, CompileRegistry } from './registry';

/** A FEEL expression of a document, where it stands and in which node's scope it runs. */
export interface FoundExpression {
  element: DocElement;
  node: ScopeNode;
  field: string;
  source: string;
}

/** Every FEEL expression of the processes that run, found by asking each element's compiler. */
export function expressionsOf(document: ProcessDocument, registry: CompileRegistry): FoundExpression[] {
  const found: FoundExpression[] = [];
  const model = flowModel(document);
  const contextOf: NodeRun['contextOf'] = (node, element) =>
    listener(document, node, element, registry, found);
  const run: NodeRun = { model, registry, contextOf };
  for (const node of model.nodes.values()) {
    if (!model.executable.has(node.process)) continue;
    compileNode(run, node);
    if (!CONDITIONAL.test(node.element.type)) continue;
    for (const flow of node.outgoing) {
      const condition = conditionOf(flow)?.body;
      if (condition === undefined) continue;
      listener(document, node, flow, registry, found).expression(condition, 'condition', {
        purpose: 'condition',
      });
    }
  }
  return found;
}

const NOTHING: Expression = { mode: 'static', source: '', value: null };

function listener(
  document: ProcessDocument,
  node: ScopeNode,
  element: DocElement,
  registry: CompileRegistry,
  found: FoundExpression[],
): CompileContext {
  const context: CompileContext = {
    document,
    element,
    node,
    expression(text, field, options) {
      const source = feelSource(text, options, registry.translate);
      if (source !== undefined) found.push({ element, node, field, source });
      return NOTHING;
    },
    optional: (text, field, options) =>
      text === undefined || text.trim() === '' ? undefined : context.expression(text, field, options),
    report: () => undefined,
  };
  return context;
}
