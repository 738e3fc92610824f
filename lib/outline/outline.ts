import {
  childrenOf,
  collaborations,
  type DocElement,
  type ElementId,
  get,
  type ProcessDocument,
  processes,
  ref,
  refList,
} from '@/lib/document';
import { isNode } from '@/lib/editing';
import { flowOrder } from './order';
import { itemText, kindWord, nameInList } from './words';

/** One line of the outline. */
export interface OutlineItem {
  id: ElementId;
  parent: ElementId | null;
  /** From 1. */
  level: number;
  /** From 1, among the lines of the same parent. */
  position: number;
  size: number;
  expandable: boolean;
  name: string;
  kind: string;
  problems: number;
  /** The whole line as one sentence, for a screen reader. */
  text: string;
}

interface Branch {
  id: ElementId;
  children: Branch[];
}

/**
 * The document as a tree, flattened depth first: pools, their lanes, in each the elements in the order of the flow.
 * It is read from the model, so what isn't drawn or not in view is there too.
 */
export function outlineOf(
  document: ProcessDocument,
  problemsOf: (id: ElementId) => number = () => 0,
): OutlineItem[] {
  const items: OutlineItem[] = [];
  const list = (branches: readonly Branch[], parent: ElementId | null, level: number) => {
    const within = parent && withinWords(document, parent);
    branches.forEach(({ id, children }, index) => {
      const standing = { position: index + 1, size: branches.length, problems: problemsOf(id) };
      items.push({
        id,
        parent,
        level,
        ...standing,
        expandable: children.length > 0,
        name: nameInList(document, id),
        kind: kindWord(document, id),
        text: itemText(document, id, { ...standing, within }),
      });
      list(children, id, level + 1);
    });
  };
  list(rootsOf(document), null, 1);
  return items;
}

function rootsOf(document: ProcessDocument): Branch[] {
  const tables = collaborations(document);
  const pools = tables.flatMap((table) => childrenOf(document, table.id, 'participants'));
  const inPools = new Set(pools.flatMap((pool) => ref(pool, 'processRef') ?? []));
  const loose = processes(document).filter((process) => !inPools.has(process.id));
  return [
    ...pools.map((pool) => ({ id: pool.id, children: contentOf(document, ref(pool, 'processRef')) })),
    ...loose.flatMap((process) => contentOf(document, process.id)),
    ...tables.flatMap((table) => leaves(childrenOf(document, table.id, 'artifacts'))),
  ];
}

/** What a process or sub-process holds: lanes first, then what is in none of them. */
function contentOf(document: ProcessDocument, scope: ElementId | undefined): Branch[] {
  if (!scope) return [];
  const nodes = childrenOf(document, scope, 'flowElements').filter(isNode);
  const sets = childrenOf(document, scope, 'laneSets');
  const placed = new Set<ElementId>();
  const ordered = flowOrder(document, nodes);
  const lanes = sets.flatMap((set) => lanesOf(document, set, ordered, placed));
  return [
    ...lanes,
    ...ordered.filter((node) => !placed.has(node.id)).map((node) => branchOf(document, node)),
    ...leaves(childrenOf(document, scope, 'artifacts')),
  ];
}

function lanesOf(
  document: ProcessDocument,
  set: DocElement,
  ordered: readonly DocElement[],
  placed: Set<ElementId>,
): Branch[] {
  return childrenOf(document, set.id, 'lanes').map((lane) => {
    const inner = childrenOf(document, lane.id, 'childLaneSet').flatMap((child) =>
      lanesOf(document, child, ordered, placed),
    );
    const members = new Set(refList(lane, 'flowNodeRef'));
    const own = ordered.filter((node) => members.has(node.id) && !placed.has(node.id));
    for (const node of own) placed.add(node.id);
    return { id: lane.id, children: [...inner, ...own.map((node) => branchOf(document, node))] };
  });
}

const branchOf = (document: ProcessDocument, node: DocElement): Branch => ({
  id: node.id,
  children: contentOf(document, node.id),
});

const leaves = (list: readonly DocElement[]): Branch[] =>
  list.filter(isNode).map(({ id }) => ({ id, children: [] }));

/** “Finance lane”, “Collect the papers”: what a line is in; nothing for a pool, which is read as its parent anyway. */
function withinWords(document: ProcessDocument, id: ElementId): string | null {
  const type = get(document, id)?.type;
  if (type === 'bpmn:Participant') return null;
  const name = nameInList(document, id);
  return type === 'bpmn:Lane' && !/lane$/i.test(name) ? `${name} lane` : name;
}

/** The lines whose parents are all open. */
export function visibleItems(
  items: readonly OutlineItem[],
  collapsed: ReadonlySet<ElementId>,
): OutlineItem[] {
  const hidden = new Set<ElementId>();
  return items.filter(({ id, parent }) => {
    const under = parent !== null && (hidden.has(parent) || collapsed.has(parent));
    if (under) hidden.add(id);
    return !under;
  });
}
