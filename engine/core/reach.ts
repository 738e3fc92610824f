import { linkTargets } from './links';
import type { Executable, ExecutableNode } from './model';

/**
 * For each incoming flow of a gateway the nodes from which a token can come to that flow without passing the gateway:
 * the path rule of the inclusive join (BPMN 2.0.2, 13.4.3).
 */
type Paths = ReadonlyMap<string, ReadonlySet<string>>;

export interface Reach {
  /** Tokens can also come from the events on the border of an activity. */
  coming: Paths;
  /** By sequence flow only: what comes from the border of an activity comes beside its own token, not instead of it. */
  flowing: Paths;
}

const known = new WeakMap<Executable, Map<string, Reach>>();

export function reachOf(executable: Executable, gateway: ExecutableNode): Reach {
  const gateways = known.get(executable) ?? new Map<string, Reach>();
  known.set(executable, gateways);
  const found = gateways.get(gateway.id) ?? compute(executable, gateway);
  gateways.set(gateway.id, found);
  return found;
}

function compute(executable: Executable, gateway: ExecutableNode): Reach {
  const paths = (before: ReadonlyMap<string, readonly string[]>): Paths =>
    new Map(
      gateway.incoming.map((flowId) => {
        const source = executable.flows[flowId]?.source ?? '';
        return [flowId, backwards(before, source, gateway.id)];
      }),
    );
  const nodes = Object.values(executable.nodes).filter(({ scope }) => scope === gateway.scope);
  return {
    coming: paths(predecessors(executable, nodes, true)),
    flowing: paths(predecessors(executable, nodes, false)),
  };
}

function backwards(
  before: ReadonlyMap<string, readonly string[]>,
  from: string,
  except: string,
): Set<string> {
  const seen = new Set<string>();
  const pending = from === except ? [] : [from];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const previous of before.get(at) ?? []) if (previous !== except) pending.push(previous);
  }
  return seen;
}

/** Which nodes lead to which: by flow, by link, and, if asked for, from an activity to the events on its border. */
function predecessors(
  executable: Executable,
  nodes: readonly ExecutableNode[],
  borders: boolean,
): Map<string, string[]> {
  const before = new Map<string, string[]>();
  const lead = (from: string, to: string) => before.set(to, [...(before.get(to) ?? []), from]);
  for (const node of nodes) {
    for (const id of node.outgoing) lead(node.id, executable.flows[id]?.target ?? '');
    for (const id of linkTargets(node.throws)) lead(node.id, id);
    if (borders) for (const id of node.boundary) lead(node.id, id);
  }
  return before;
}
