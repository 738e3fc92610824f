import type { DiagramView, DiffMark } from '@/components/bpmn/types';
import { type DocumentDiff, diffDocuments } from '@/lib/diff';
import { diagramView, type PlaneChoice, type ProcessDocument, planeChoices } from '@/lib/document';

/** One diagram as it was and as it is; null where a side doesn't have it. */
export interface ComparedPlane {
  id: string;
  name: string;
  before: DiagramView | null;
  after: DiagramView | null;
}

/** Two documents with their differences and their drawings, ready to show. Plain data: made on either side. */
export interface Comparison {
  diff: DocumentDiff;
  planes: ComparedPlane[];
}

/** Compares two documents and draws both. */
export function compareDocuments(before: ProcessDocument, after: ProcessDocument): Comparison {
  return { diff: diffDocuments(before, after), planes: planesOf(before, after) };
}

/** The first diagrams belong together even where one draws a process and the other pools; the rest by what they draw. */
function planesOf(before: ProcessDocument, after: ProcessDocument): ComparedPlane[] {
  const [old, now] = [planeChoices(before), planeChoices(after)];
  const draw = (document: ProcessDocument, plane: PlaneChoice | undefined) =>
    plane ? diagramView(document, { plane: plane.id }) : null;
  const same = (plane: PlaneChoice, list: PlaneChoice[]) =>
    list.slice(1).find(({ elementId }) => elementId === plane.elementId);
  const pairs: [PlaneChoice | undefined, PlaneChoice | undefined][] = [
    [old[0], now[0]],
    ...now.slice(1).map((plane): [PlaneChoice | undefined, PlaneChoice] => [same(plane, old), plane]),
    ...old
      .slice(1)
      .flatMap((plane): [PlaneChoice, undefined][] => (same(plane, now) ? [] : [[plane, undefined]])),
  ];
  return pairs.flatMap(([was, is]) => {
    const plane = is ?? was;
    if (!plane) return [];
    return [
      {
        id: plane.elementId ?? plane.id,
        name: plane.name,
        before: draw(before, was),
        after: draw(after, is),
      },
    ];
  });
}

type Marks = ReadonlyMap<string, DiffMark>;

/** A drawing with the marks that belong on this side: what was removed is marked where it was. */
export function marked(view: DiagramView, marks: Marks, without: DiffMark): DiagramView {
  const markOf = (id: string) => {
    const mark = marks.get(id);
    return mark === without ? undefined : mark;
  };
  const withMark = <T extends { id: string }>(one: T): T => {
    const diff = markOf(one.id);
    return diff ? { ...one, diff } : one;
  };
  return { ...view, nodes: view.nodes.map(withMark), edges: view.edges.map(withMark) };
}

/** Both drawings in one: as it is, with the ghosts of what was removed at their old places. */
export function overlaid({ before, after }: ComparedPlane, marks: Marks): DiagramView {
  const none: DiagramView = { nodes: [], edges: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
  const now = after ? marked(after, marks, 'removed') : none;
  const ghosts = before ? marked(before, marks, 'added') : none;
  const gone = <T extends { id: string }>(list: readonly T[]) =>
    list.filter(({ id }) => marks.get(id) === 'removed');
  return {
    nodes: [...now.nodes, ...gone(ghosts.nodes)],
    edges: [...gone(ghosts.edges), ...now.edges],
    bounds: after ? now.bounds : ghosts.bounds,
  };
}

/** Which diagram shows an element; undefined when none does. */
export const planeWith = (planes: readonly ComparedPlane[], id: string): ComparedPlane | undefined =>
  planes.find(({ before, after }) =>
    [after, before].some(
      (view) => view?.nodes.some((n) => n.id === id) || view?.edges.some((e) => e.id === id),
    ),
  );
