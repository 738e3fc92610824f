import type { ElementId } from '../document';
import { isEvent, thrownBy } from '../events';
import type { ScopeNode } from '../flow-model';
import { linkTargets as allTargets } from '../links';
import { reference, values } from '../read';
import { type Drawing, isHidden } from './drawing';

/**
 * Sequence flows that a token passes without a choice, told apart by nobody: two flows are one when the element
 * between them has a single way on, does nothing else and waits for nothing that may fail to come. It keeps what the
 * check looks for (two tokens can meet on one flow exactly when they can in the group; nothing gets stuck between)
 * and makes most of a diagram disappear.
 */
export class Flows {
  private readonly parents = new Map<ElementId, ElementId>();
  private readonly sending: ReadonlySet<ElementId>;
  private readonly visible: ReadonlySet<ElementId>;

  constructor(
    private readonly drawing: Drawing,
    nodes: readonly ScopeNode[],
  ) {
    this.visible = new Set(nodes.map(({ id }) => id));
    this.sending = new Set(drawing.channels.flatMap(({ source, target }) => [source, target]));
    for (const node of nodes)
      if (this.isPassage(node)) this.join([...this.into(node), ...idsOf(node.outgoing)]);
    this.joinLinks(nodes);
    for (let before = -1; before !== this.parents.size; ) {
      before = this.parents.size;
      for (const node of nodes) this.joinPointlessChoice(node);
    }
  }

  /** The flow that stands for the group of a flow. */
  of(flow: ElementId): ElementId {
    let root = flow;
    for (let next = this.parents.get(root); next; next = this.parents.get(root)) root = next;
    return root;
  }

  /**
   * The flows into a node that carry tokens: out of an event-based gateway none ever lies on the flow itself, and none
   * comes from what is not followed, as an arrow that wrongly leaves a compensation event.
   */
  into(node: ScopeNode): ElementId[] {
    return idsOf(node.incoming.filter((flow) => this.carries(reference(flow, 'sourceRef') ?? '')));
  }

  private carries(source: ElementId): boolean {
    const type = this.drawing.model.nodes.get(source)?.element.type;
    return type !== 'bpmn:EventBasedGateway' && (type === undefined || this.visible.has(source));
  }

  private isPassage(node: ScopeNode): boolean {
    const { document } = this.drawing.model;
    const { element, outgoing, incoming, boundary } = node;
    if (outgoing.length !== 1 || boundary.length > 0 || this.sending.has(node.id)) return false;
    if (isHidden(this.drawing.model, node)) return false;
    if (/^bpmn:(?:StartEvent|EndEvent|BoundaryEvent|EventBasedGateway)$/.test(element.type)) return false;
    if (/^bpmn:(?:Parallel|Inclusive|Complex)Gateway$/.test(element.type)) return incoming.length <= 1;
    if (this.hasInside(node)) return false;
    return thrownBy(document, node) === undefined && !isEvent(document, node, 'Link');
  }

  private hasInside({ id, element }: ScopeNode): boolean {
    if (element.type === 'bpmn:AdHocSubProcess') return false;
    return (this.drawing.model.scopes.get(id)?.nodes.length ?? 0) > 0;
  }

  private joinLinks(nodes: readonly ScopeNode[]): void {
    for (const node of nodes) {
      const targets = linkTargets(this.drawing, node);
      const [way, ...others] = targets.flatMap((target) => idsOf(target.outgoing));
      if (targets.length === 1 && way !== undefined && others.length === 0)
        this.join([...this.into(node), way]);
    }
  }

  private joinPointlessChoice(node: ScopeNode): void {
    if (node.element.type !== 'bpmn:ExclusiveGateway' || node.outgoing.length < 2) return;
    const ways = new Set(node.outgoing.map((flow) => this.of(flow.id)));
    if (ways.size === 1 && !this.sending.has(node.id)) this.join([...ways, ...this.into(node)]);
  }

  private join([first, ...others]: ElementId[]): void {
    if (first === undefined) return;
    for (const other of others) {
      const [a, b] = [this.of(first), this.of(other)];
      if (a !== b) this.parents.set(b, a);
    }
  }
}

const idsOf = (elements: readonly { id: ElementId }[]): ElementId[] => elements.map(({ id }) => id);

/** Where a token goes that a throwing link takes: the catching links of the same scope. */
export const linkTargets = ({ model }: Drawing, node: ScopeNode): ScopeNode[] =>
  allTargets(model, node).filter((target) => target.scope === node.scope);

/** Whether a flow is taken by its condition only. */
export const isConditional = (flow: ScopeNode['outgoing'][number]): boolean =>
  values(flow, 'conditionExpression').length > 0;
