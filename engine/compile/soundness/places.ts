import type { ElementId } from '../document';
import { firesOnce, isEvent, isInterrupting } from '../events';
import { isEventSubProcess, type Scope, type ScopeNode } from '../flow-model';
import { type Drawing, isHidden, isOpaque } from './drawing';
import { Flows } from './flows';
import type { NetBuilder, PlaceId } from './net';

/** The places of a drawing: where a token can be. */
export class Places {
  readonly nodes: readonly ScopeNode[];
  readonly flows: Flows;
  private readonly onFlow = new Map<ElementId, PlaceId>();
  private readonly named = new Map<string, PlaceId>();

  constructor(
    readonly drawing: Drawing,
    private readonly net: NetBuilder,
  ) {
    const { model, processes } = drawing;
    this.nodes = [...model.nodes.values()].filter(
      (node) => processes.includes(node.process) && !isHidden(model, node),
    );
    this.flows = new Flows(drawing, this.nodes);
    for (const node of this.nodes) this.allocate(node);
    for (const { id, source } of drawing.channels)
      this.named.set(id, net.place('message', model.nodes.get(source)!.scope, id));
  }

  /** The place of a sequence flow. */
  of(flow: { id: ElementId }): PlaceId {
    return this.onFlow.get(this.flows.of(flow.id))!;
  }

  /** Where tokens wait that a node will take, each on its own. */
  into(node: ScopeNode): PlaceId[] {
    const entry = this.named.get(`entry ${node.id}`);
    const places = this.flows.into(node).map((id) => this.of({ id }));
    return [...new Set(entry === undefined ? places : [...places, entry])];
  }

  /** Holds a token while the activity is active; undefined for those that nothing can happen to meanwhile. */
  active = (node: ScopeNode): PlaceId | undefined => this.named.get(`active ${node.id}`);
  /** Holds a token as long as an event that happens once hasn't. */
  armed = (node: ScopeNode): PlaceId | undefined => this.named.get(`armed ${node.id}`);
  /** Holds a token while the event sub-processes of a scope listen. */
  listening = (scope: ElementId): PlaceId | undefined => this.named.get(`listening ${scope}`);
  /** Counts how often an end event of a process was reached. */
  end = (node: ScopeNode): PlaceId | undefined => this.named.get(`end ${node.id}`);
  /** Holds a message that was sent and not read. */
  message = (channel: ElementId): PlaceId => this.named.get(channel)!;

  /** A place for a token that comes from no sequence flow: the node begins together with its scope. */
  entry(node: ScopeNode): PlaceId {
    return this.name(`entry ${node.id}`, 'flow', node);
  }

  /** The tokens of a scope, with all that lies in it. */
  tokens(scope: ElementId): PlaceId[] {
    return this.inside(scope, ['flow', 'active']);
  }

  /** All that is forgotten when a scope is stopped. */
  everything(scope: ElementId): PlaceId[] {
    return this.inside(scope, ['flow', 'active', 'control']);
  }

  /** A scope whose flow is followed. */
  scope(id: ElementId): Scope | undefined {
    const scope = this.drawing.model.scopes.get(id);
    return scope && scope.nodes.length > 0 && !isOpaque(this.drawing.model.document, scope.element)
      ? scope
      : undefined;
  }

  /** The event sub-processes of a scope. */
  eventSubProcesses(scope: Scope): Scope[] {
    return scope.nodes
      .filter(({ element }) => isEventSubProcess(element))
      .flatMap(({ id }) => this.scope(id) ?? []);
  }

  private inside(scope: ElementId, kinds: string[]): PlaceId[] {
    const within = new Set([scope]);
    // a scope is met before those inside it
    for (const { id } of this.drawing.model.scopes.values()) {
      const parent = this.drawing.model.nodes.get(id)?.scope;
      if (parent !== undefined && within.has(parent)) within.add(id);
    }
    return this.net.net.places.flatMap((place, index) =>
      kinds.includes(place.kind) && within.has(place.scope) ? [index] : [],
    );
  }

  private allocate(node: ScopeNode): void {
    const { drawing } = this;
    const { document } = drawing.model;
    for (const { id } of node.outgoing) {
      const root = this.flows.of(id);
      const known = this.onFlow.get(root);
      if (known === undefined) this.onFlow.set(root, this.net.place('flow', node.scope, id));
      else this.net.net.places[known]!.elements.push(id);
    }
    if (this.isWatched(node)) this.name(`active ${node.id}`, 'active', node);
    if (node.element.type === 'bpmn:EndEvent' && drawing.processes.includes(node.scope))
      this.name(`end ${node.id}`, 'end', node);
    if (isBeside(drawing, node) && (!drawing.repeats || firesOnce(document, node)))
      this.name(`armed ${node.id}`, 'control', node);
    const inside = this.scope(node.id);
    if (inside && isEventSubProcess(node.element) && !this.listening(node.scope))
      this.name(`listening ${node.scope}`, 'control', node);
  }

  private isWatched({ id, boundary, element }: ScopeNode): boolean {
    if (isEventSubProcess(element)) return false;
    const { model } = this.drawing;
    const watching = boundary.flatMap((event) => model.nodes.get(event.id) ?? []);
    return (
      this.scope(id) !== undefined || watching.some((event) => !isEvent(model.document, event, 'Compensate'))
    );
  }

  private name(key: string, kind: 'flow' | 'active' | 'end' | 'control', node: ScopeNode): PlaceId {
    const known = this.named.get(key);
    if (known !== undefined) return known;
    const place = this.net.place(kind, node.scope, node.id);
    this.named.set(key, place);
    return place;
  }
}

/** Whether an event starts a path beside what it belongs to, and could do so again and again. */
function isBeside({ model }: Drawing, { element, scope }: ScopeNode): boolean {
  if (isInterrupting(element)) return false;
  if (element.type === 'bpmn:BoundaryEvent') return true;
  const container = model.nodes.get(scope);
  return (
    element.type === 'bpmn:StartEvent' && container !== undefined && isEventSubProcess(container.element)
  );
}
