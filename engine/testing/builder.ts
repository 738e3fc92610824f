import type { Executable, ExecutableFlow, ExecutableNode, Expression, Mapping } from '../core/model';
import type { Throw, Trigger } from '../core/triggers';
import { fixed } from './expressions';
import { timerTrigger } from './timer';

/** What a node may have beside its kind. */
export interface NodeOptions {
  name?: string;
  config?: unknown;
  inputs?: Mapping[];
  outputs?: Mapping[];
  /** Anything else of a node. */
  more?: Partial<ExecutableNode>;
}

type Mutable = { -readonly [K in keyof ExecutableNode]: ExecutableNode[K] } & {
  incoming: string[];
  outgoing: string[];
  boundary: string[];
};

/** Says in a few words what a diagram says: nodes by id, then flows between them. */
export class ProcessBuilder {
  private readonly nodes: Record<string, Mutable> = {};
  private readonly flows: Record<string, ExecutableFlow> = {};
  private readonly scopes: string[] = ['Process'];
  private last: string | null = null;

  /** The node that the next one is linked from. */
  get at(): string | null {
    return this.last;
  }
  get size(): number {
    return Object.keys(this.nodes).length;
  }

  /** Any node; it is linked from the one before unless `from` or `boundary` comes between. */
  node(id: string, kind: string, elementType: string, options: NodeOptions = {}): this {
    const scope = this.scopes.at(-1) ?? 'Process';
    const empty = { incoming: [], outgoing: [], boundary: [] };
    const { name = '', config = {}, inputs, outputs } = options;
    const node: Mutable = { id, name, kind, elementType, scope, ...empty, config };
    if (inputs) node.inputs = inputs;
    if (outputs) node.outputs = outputs;
    Object.assign(node, options.more);
    this.nodes[id] = node;
    if (this.last !== null) this.flow(this.last, id);
    this.last = id;
    return this;
  }

  start = (id: string) => this.from(null).node(id, 'start-event', 'startEvent', { config: { form: null } });
  task = (id: string, options?: NodeOptions) => this.node(id, 'task', 'task', options);
  exclusive = (id: string) => this.node(id, 'exclusive-gateway', 'exclusiveGateway');
  parallel = (id: string) => this.node(id, 'parallel-gateway', 'parallelGateway');

  service(id: string, options: NodeOptions & { workType?: Expression; retries?: number } = {}): this {
    const { workType = fixed('work'), retries = 3, ...rest } = options;
    return this.node(id, 'service-task', 'serviceTask', {
      config: { workType, retries, headers: {} },
      ...rest,
    });
  }
  script(id: string, resultVariable: string, expression: Expression, options: NodeOptions = {}): this {
    const config = { expression, language: 'feel', resultVariable };
    return this.node(id, 'script-task', 'scriptTask', { config, ...options });
  }
  user(id: string, config: object = {}, options: NodeOptions = {}): this {
    return this.node(id, 'user-task', 'userTask', { config: { form: null, ...config }, ...options });
  }
  approval(id: string, config: object = {}, options: NodeOptions = {}): this {
    return this.node(id, 'approval', 'userTask', { config: { ...APPROVAL, ...config }, ...options });
  }
  timer = (id: string, kind: 'date' | 'duration' | 'cycle', value: Expression): this =>
    this.catch(id, timerTrigger(kind, value));
  end = (id: string, ...throws: Throw[]): this =>
    this.throwing(id, 'end-event', 'endEvent', throws).from(null);
  terminate = (id: string): this => this.end(id, { type: 'terminate' });
  errorEnd = (id: string, code: string, message = ''): this =>
    this.end(id, { type: 'error', code: fixed(code), message });
  throw = (id: string, ...throws: Throw[]): this =>
    this.throwing(id, 'throw-event', 'intermediateThrowEvent', throws);

  /** An intermediate catch event; several triggers make it a multiple one. */
  catch(id: string, ...triggers: Trigger[]): this {
    return this.node(id, 'catch-event', 'intermediateCatchEvent', { more: { triggers } });
  }
  private throwing(id: string, kind: string, elementType: string, throws: Throw[]): this {
    return this.node(id, kind, elementType, throws.length > 0 ? { more: { throws } } : {});
  }
  /** Changes a node that exists. */
  set(id: string, more: Partial<ExecutableNode>): this {
    Object.assign(this.nodes[id] as Mutable, more);
    return this;
  }

  /** What follows is linked from this node; null links it from nothing. */
  from(id: string | null): this {
    this.last = id;
    return this;
  }
  /** A boundary event on an activity; what follows is linked from it. */
  boundary(id: string, attachedTo: string, trigger: Trigger | readonly Trigger[], interrupting = true): this {
    const triggers = 'type' in trigger ? [trigger] : trigger;
    this.from(null).node(id, 'boundary-event', 'boundaryEvent', { more: { triggers } });
    const node = this.nodes[id] as Mutable;
    const host = this.nodes[attachedTo] as Mutable;
    Object.assign(node, { scope: host.scope, attachedTo, interrupting });
    host.boundary = [...host.boundary, id];
    return this;
  }
  boundaryTimer(id: string, host: string, value: Expression, interrupting = true, kind = 'duration'): this {
    return this.boundary(id, host, timerTrigger(kind, value), interrupting);
  }
  boundaryError(id: string, host: string, code: string | null, variables: CaughtVariables = {}): this {
    return this.boundary(id, host, { type: 'error', code, ...variables });
  }

  /** A scope with what `inside` builds: an embedded sub-process unless another kind is named. */
  sub(
    id: string,
    inside: (builder: this) => unknown,
    options: NodeOptions & { kind?: string; type?: string } = {},
  ): this {
    this.node(id, options.kind ?? 'sub-process', options.type ?? 'subProcess', options);
    return this.within(id, inside).from(id);
  }
  /** An event sub-process of the scope that is being built. */
  eventSub(
    id: string,
    trigger: Trigger | readonly Trigger[],
    inside: (builder: this) => unknown,
    interrupting = true,
  ): this {
    const before = this.last;
    const triggers = 'type' in trigger ? [trigger] : trigger;
    this.from(null).node(id, 'event-sub-process', 'subProcess', { more: { triggers, interrupting } });
    return this.within(id, inside).from(before);
  }
  private within(id: string, inside: (builder: this) => unknown): this {
    this.scopes.push(id);
    inside(this.from(null));
    this.scopes.pop();
    return this;
  }

  /** A sequence flow; its id is `source>target`. */
  flow(source: string, target: string, condition?: Expression, id = `${source}>${target}`): this {
    this.flows[id] = condition ? { id, source, target, condition } : { id, source, target };
    const [out, into] = [this.nodes[source] as Mutable, this.nodes[target] as Mutable];
    out.outgoing = [...out.outgoing, id];
    into.incoming = [...into.incoming, id];
    return this;
  }
  /** Gives the newest flow into the newest node a condition. */
  when(condition: Expression): this {
    const flow = Object.values(this.flows).at(-1);
    if (flow) this.flows[flow.id] = { ...flow, condition };
    return this;
  }
  /** Makes the newest flow the default one of its source. */
  byDefault(): this {
    const flow = Object.values(this.flows).at(-1);
    if (flow) (this.nodes[flow.source] as Mutable).defaultFlow = flow.id;
    return this;
  }

  build(): Executable {
    const startNodes = this.startsOf('Process');
    for (const node of Object.values(this.nodes)) {
      if (!Object.values(this.nodes).some((inner) => inner.scope === node.id)) continue;
      node.startNodes ??= this.startsOf(node.id);
      if (node.kind === 'ad-hoc-sub-process')
        node.config = { ...(node.config as object), inner: node.startNodes };
      Object.assign(node, this.eventSubsOf(node.id));
    }
    const named = { versionId: 'v1', processKey: 'Process', processName: 'Process', checksum: 'c' };
    return { ...named, nodes: this.nodes, flows: this.flows, startNodes, ...this.eventSubsOf('Process') };
  }

  private startsOf(scope: string): string[] {
    const inside = Object.values(this.nodes).filter((node) => node.scope === scope);
    const first = inside.filter(
      (node) =>
        node.incoming.length === 0 &&
        node.attachedTo === undefined &&
        node.kind !== 'event-sub-process' &&
        !node.isCompensation,
    );
    const events = first.filter((node) => node.kind === 'start-event');
    return (events.length > 0 ? events : first).map((node) => node.id);
  }

  private eventSubsOf(scope: string): { eventSubProcesses?: string[] } {
    const found = Object.values(this.nodes).filter(
      (node) => node.scope === scope && node.kind === 'event-sub-process',
    );
    return found.length > 0 ? { eventSubProcesses: found.map((node) => node.id) } : {};
  }
}

interface CaughtVariables {
  codeVariable?: string;
  messageVariable?: string;
}

const APPROVAL = {
  form: null,
  notInitiator: false,
  notDoneBy: [],
  resultVariable: 'decision',
  outcomes: [
    { id: 'approve', label: 'Approve', tone: 'positive', commentRequired: false },
    { id: 'reject', label: 'Reject', tone: 'negative', commentRequired: true },
  ],
};

/** `process((p) => p.start('S').service('A').end('E'))` */
export const process = (build: (builder: ProcessBuilder) => unknown): Executable => {
  const builder = new ProcessBuilder();
  build(builder);
  return builder.build();
};
