import { typeInfo } from '@/lib/bpmn/metamodel/types';
import { type DocElement, ref, refList } from '@/lib/document';
import { flowId } from '../flow-id';
import { chunks, WIDTH } from './chunks';
import { elementTree, fieldsOf, type WriteContext } from './element';
import { type Fields, line, type Tree } from './tree';

/**
 * The contents of a process or sub-process: each node with the flows that leave it, and the order of all of them in
 * the file where it is another than that of the steps.
 */
export function stepsTree(
  context: WriteContext,
  elements: readonly DocElement[],
): { steps: Tree[]; order: Tree[] | undefined } {
  const nodes = new Map(elements.filter(isNamed).map((element) => [element.id, element]));
  const foldable = nodes.size === elements.length;
  const inside = (flow: DocElement) => foldable && isFlow(flow) && nodes.has(ref(flow, 'sourceRef') ?? '');
  const flows = elements.filter(inside);
  const leaving = new Map<string, DocElement[]>();
  for (const flow of flows) {
    const source = ref(flow, 'sourceRef') ?? '';
    leaving.set(source, [...(leaving.get(source) ?? []), flow]);
  }
  const steps = elements.filter((element) => !inside(element));
  const natural = steps.flatMap((step) => [step, ...sorted(step, leaving.get(step.id) ?? [])]);
  const trees = steps.map((step) => {
    const next = sorted(step, leaving.get(step.id) ?? []);
    return stepTree(context, step, { next, listed: listedFlows(step, natural, next) });
  });
  const inOrder = natural.every((element, index) => element === elements[index]);
  return { steps: trees, order: inOrder ? undefined : chunks(elements.map(({ id }) => id)) };
}

interface Listed {
  incoming: readonly string[];
  outgoing: readonly string[];
}

/** The flows a reader of the text derives for a node: those that end at it in the order of the text, and its own. */
function listedFlows(step: DocElement, natural: readonly DocElement[], next: readonly DocElement[]): Listed {
  const flows = natural.filter((element) => isFlow(element) && !element.implicitId);
  const own = flows.filter((flow) => ref(flow, 'sourceRef') === step.id && !next.includes(flow));
  return {
    incoming: flows.filter((flow) => ref(flow, 'targetRef') === step.id).map(({ id }) => id),
    outgoing: [...next, ...own].map(({ id }) => id),
  };
}

function stepTree(
  context: WriteContext,
  step: DocElement,
  { next, listed }: { next: readonly DocElement[]; listed: Listed },
): Fields {
  const usual = next.find((flow) => flow.id === ref(step, 'default'));
  const tree = elementTree(context, step, ['incoming', 'outgoing', ...(usual ? ['default'] : [])]);
  if (typeInfo(step.type)?.is('bpmn:FlowNode')) {
    for (const key of ['incoming', 'outgoing'] as const) {
      const derived = context.flowLists ? listed[key] : [];
      if (same(refList(step, key), derived) && (step.refs[key] !== undefined || derived.length === 0))
        continue;
      tree.set(key, step.refs[key] === undefined ? null : line([...refList(step, key)]));
    }
  }
  const trees = next.map((flow) => nextTree(context, flow, flow === usual));
  if (trees.length > 0) tree.set('next', trees.length === 1 ? (trees[0] ?? null) : trees);
  return tree;
}

function nextTree(context: WriteContext, flow: DocElement, usual: boolean): Tree {
  const target = ref(flow, 'targetRef') ?? '';
  const fields = fieldsOf(context, flow, ['sourceRef', 'targetRef']);
  const id = flow.id === flowId(ref(flow, 'sourceRef') ?? '', target) ? [] : [['id', flow.id] as const];
  const all: Fields = new Map<string, Tree>([
    ['to', target],
    ...id,
    ...(usual ? [['default', true] as const] : []),
    ...fields,
  ]);
  if (all.size === 1) return target;
  const short = [...all.values()].every((tree) => typeof tree !== 'object' && !String(tree).includes('\n'));
  return short && [...all.values()].join('').length < WIDTH ? line(all) : all;
}

/** In the order in which the node itself lists them. */
function sorted(step: DocElement, flows: readonly DocElement[]): DocElement[] {
  const listed = refList(step, 'outgoing');
  const complete = flows.every((flow) => listed.includes(flow.id));
  return complete ? [...flows].sort((a, b) => listed.indexOf(a.id) - listed.indexOf(b.id)) : [...flows];
}

const isFlow = (element: DocElement): boolean =>
  element.type === 'bpmn:SequenceFlow' && typeof element.refs.targetRef === 'string';
const isNamed = (element: DocElement): boolean => !element.implicitId && !/\s/.test(element.id);
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
