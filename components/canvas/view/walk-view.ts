import type { DiagramEdge, DiagramNode, DiagramView, Point } from '@/components/bpmn/types';

export type WalkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** A step of a walk: where it leads, its middle in diagram units, and what is said there. */
export interface Step {
  id: string;
  middle: Point;
  words: string;
}

/** The step an arrow makes; undefined where the way ends, and for other keys. */
export function stepOf(view: DiagramView, from: string | null, key: string): Step | undefined {
  const to = /^Arrow(?:Left|Right|Up|Down)$/.test(key) ? walked(view, from, key as WalkKey) : undefined;
  const node = view.nodes.find(({ id }) => id === to);
  if (!node) return undefined;
  const { id, x, y, spec } = node;
  return { id, middle: { x: x + spec.width / 2, y: y + spec.height / 2 }, words: wordsOf(node) };
}

const STATES: Record<NonNullable<DiagramNode['state']>, string> = {
  notReached: 'not reached',
  active: 'active',
  waiting: 'waiting',
  completed: 'completed',
  incident: 'incident',
  cancelled: 'cancelled',
  compensated: 'undone',
};

/** “Approve invoice, waiting”. */
function wordsOf({ id, label, spec, state }: DiagramNode): string {
  const name = (label ?? spec.label ?? '').trim() || id;
  return state ? `${name}, ${STATES[state]}` : name;
}

/**
 * Where an arrow leads from an element of a drawing that is only looked at: right along the flow, left against it, up
 * and down between the ways that part or meet there. From nothing the first step is reached; undefined where the way ends.
 */
export function walked(view: DiagramView, from: string | null, key: WalkKey): string | undefined {
  const node = view.nodes.some(({ id }) => id === from);
  const edge = node ? undefined : view.edges.find(({ id }) => id === from);
  if (from === null || (!node && !edge)) return firstOf(view);
  const forward = key === 'ArrowRight';
  if (edge) {
    if (key === 'ArrowUp' || key === 'ArrowDown') return undefined;
    return forward ? edge.targetId : edge.sourceId;
  }
  if (key === 'ArrowRight' || key === 'ArrowLeft') return endsOf(view, from, forward)[0];
  const list = siblingsOf(view, from);
  return list[list.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)];
}

const flows = (view: DiagramView): readonly DiagramEdge[] =>
  view.edges.filter(({ kind, sourceId, targetId }) => kind === 'sequence' && sourceId && targetId);

/** What the flows out of an element lead to, or those into it come from; from top to bottom. */
function endsOf(view: DiagramView, id: string, forward: boolean): string[] {
  const ends = flows(view).flatMap(({ sourceId, targetId }) =>
    (forward ? sourceId : targetId) === id ? ((forward ? targetId : sourceId) ?? []) : [],
  );
  return topDown(view, ends);
}

/** The ways beside an element: where what comes before it leads to, else where what follows it comes from. */
function siblingsOf(view: DiagramView, id: string): string[] {
  const before = endsOf(view, id, false).flatMap((source) => endsOf(view, source, true));
  const beside =
    before.length > 1 ? before : endsOf(view, id, true).flatMap((target) => endsOf(view, target, false));
  return topDown(view, beside);
}

function topDown(view: DiagramView, ids: readonly string[]): string[] {
  const place = new Map(view.nodes.map((node) => [node.id, node]));
  const known = [...new Set(ids)].filter((id) => place.has(id));
  const y = (id: string) => (place.get(id)?.y ?? 0) + (place.get(id)?.spec.height ?? 0) / 2;
  const x = (id: string) => place.get(id)?.x ?? 0;
  return known.toSorted((a, b) => y(a) - y(b) || x(a) - x(b));
}

/** Where a reader begins: the start that is farthest left, else whatever is. */
function firstOf(view: DiagramView): string | undefined {
  const starts = view.nodes.filter(
    ({ spec }) => spec.shape === 'event' && (spec.position ?? 'start') === 'start',
  );
  return (starts.length > 0 ? starts : view.nodes).toSorted((a, b) => a.x - b.x || a.y - b.y)[0]?.id;
}
