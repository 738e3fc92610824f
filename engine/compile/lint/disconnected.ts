import type { ProcessDocument } from '../document';
import { isEventSubProcess, type ScopeNode } from '../flow-model';
import { get, reference } from '../read';
import { startNodes } from '../starts';
import { rule } from './rule';

/** A step that no path from the start leads to: it would never be done. */
export const disconnected = rule('disconnected', ({ document, model }, report) => {
  for (const scope of model.scopes.values()) {
    if (!model.executable.has(scope.process) || scope.element.type === 'bpmn:AdHocSubProcess') continue;
    const reached = new Set<ScopeNode>();
    const enter = (id: string | undefined) => {
      const node = model.nodes.get(id ?? '');
      if (node && node.scope === scope.id) reached.add(node);
    };
    startNodes(scope).forEach(enter);
    for (const node of scope.nodes) if (startsByItself(document, node)) reached.add(node);
    for (const node of reached) {
      for (const flow of node.outgoing) enter(reference(flow, 'targetRef'));
      for (const event of node.boundary) enter(event.id);
    }
    for (const node of scope.nodes) {
      if (!reached.has(node)) report('error', node.element, describe(node), constraintsOf(node));
    }
  }
});

/** What begins on a trigger instead of a path; the target of a link is led to by its source. */
function startsByItself(document: ProcessDocument, { element }: ScopeNode): boolean {
  if (element.type === 'bpmn:StartEvent' || isEventSubProcess(element)) return true;
  if (element.type === 'bpmn:EventBasedGateway' && element.attrs.instantiate === true) return true;
  if (element.type === 'bpmn:BoundaryEvent' || element.attrs.isForCompensation === true) return true;
  if (element.attrs.instantiate === true) return true;
  const [definition] = element.children.eventDefinitions ?? [];
  return get(document, definition)?.type === 'bpmn:LinkEventDefinition';
}

const describe = (node: ScopeNode): string =>
  node.incoming.length === 0
    ? 'Nothing leads to this step, so it is never done. Connect it or delete it.'
    : 'No path from the start leads here, so this step is never done.';

/** A path that leads in, if only from itself, is all the standard asks for. */
function constraintsOf({ incoming, element }: ScopeNode): { constraints?: string[] } {
  if (incoming.length > 0) return {};
  if (element.type === 'bpmn:EndEvent') return { constraints: ['EXT.107', 'EXT.150'] };
  return { constraints: element.type.startsWith('bpmn:Intermediate') ? ['EXT.115', 'EXT.150'] : ['EXT.150'] };
}
