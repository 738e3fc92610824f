import { DMN_LIMITS } from './limits';
import type { DmnModel, DmnNode } from './model';
import { DmnRefused } from './refusal';

/** Elements by `namespace#id`. */
export type Nodes = ReadonlyMap<string, DmnNode>;

/** The elements of models that import each other. @throws DmnRefused when two have one id */
export function nodesOf(models: readonly DmnModel[]): Nodes {
  const nodes = new Map<string, DmnNode>();
  for (const { namespace, nodes: own } of models) {
    for (const node of own) {
      const key = `${namespace}#${node.id}`;
      if (nodes.has(key)) throw new DmnRefused(`Two elements of the model have the id “${node.id}”.`);
      nodes.set(key, node);
    }
  }
  return nodes;
}

/**
 * Everything an element requires, itself last.
 * @throws DmnRefused when a requirement names nothing, leads back to its decision or is too long a chain
 */
export function reachableFrom(key: string, nodes: Nodes): string[] {
  const walk: Walk = { nodes, done: new Set(), path: [] };
  visit(key, walk);
  return [...walk.done];
}

interface Walk {
  readonly nodes: Nodes;
  readonly done: Set<string>;
  readonly path: string[];
}

function visit(key: string, walk: Walk): void {
  const { nodes, done, path } = walk;
  if (done.has(key)) return;
  const node = nodes.get(key);
  if (!node) throw new DmnRefused(missing(key, nodes.get(path.at(-1) ?? '')));
  if (path.includes(key)) {
    // a knowledge model may call itself; how deep shows only when it runs
    if (node.kind === 'knowledge' || node.kind === 'service') return;
    throw new DmnRefused(circle(path.slice(path.indexOf(key)), nodes));
  }
  if (path.length >= DMN_LIMITS.chain)
    throw new DmnRefused(`More than ${DMN_LIMITS.chain} decisions require each other in a row.`);
  path.push(key);
  for (const required of requiredBy(node)) visit(required, walk);
  path.pop();
  done.add(key);
}

function requiredBy(node: DmnNode): readonly string[] {
  if (node.kind === 'service') return [...node.outputs, ...node.inputData];
  return node.kind === 'input' ? [] : node.requires;
}

function missing(key: string, by: DmnNode | undefined): string {
  const [namespace = '', id = key] = key.split('#');
  const where = namespace === '' ? '' : ` in ${namespace}`;
  return `“${by?.name ?? 'The model'}” requires “${id}”, which does not exist${where}.`;
}

function circle(path: readonly string[], nodes: Nodes): string {
  const names = path.map((key) => `“${nodes.get(key)?.name ?? key}”`);
  return names.length === 1
    ? `The decision ${names[0]} requires itself.`
    : `The decisions ${names.join(', ')} require each other in a circle.`;
}
