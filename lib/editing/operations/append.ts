import {
  type Bounds,
  boundsOf,
  diBounds,
  type ElementId,
  get,
  mustGet,
  type Point,
  type ProcessDocument,
  ref,
  resolve,
  shapeOf,
} from '@/lib/document';
import { growContainers } from '../contain';
import { nearestSide } from '../di';
import { Edit } from '../edit';
import { APPEND_GAP, around, bottom, centre, grow, isPlace, overlap, right } from '../geometry';
import type { Placeable } from '../kinds';
import { assignLanes } from '../lanes';
import { containmentOf, plant } from '../place';
import { canAppend, canContain, isCompensationEvent } from '../rules';
import { isArtifact, traitsOf, traitsOfSeed } from '../traits';
import { type EditResult, isRefused, NO_PLACE, refuse } from '../types';
import { drawNode } from './add-node';
import { addConnection } from './connect';

/** Distance between the rows of steps that follow the same one. */
const ROW_GAP = 30;

/** Adds a step after another one and connects them; without a place it finds a free one. */
export function append(
  document: ProcessDocument,
  source: ElementId,
  kind: Placeable,
  at?: Point,
): EditResult {
  if (!isPlace(...(at ? [at] : []))) return refuse(NO_PLACE);
  const from = traitsOf(document, source);
  const shape = shapeOf(document, source);
  const next = traitsOfSeed(kind.seed);
  if (!from || !shape?.parent) return refuse('This element is not drawn');
  const rule = canAppend(from, next);
  if (isRefused(rule)) return rule;
  const parent = mustGet(document, source).parent ?? document.root;
  const contained = canContain(document, next, parent);
  if (isRefused(contained)) return contained;
  const edit = new Edit(document);
  const bounds = at ? around(at, kind.size) : freePlace(document, source, kind);
  const id = plant(edit, kind.seed, parent, containmentOf(kind.seed.type));
  drawNode(edit, kind, shape.parent, id, bounds);
  const beside = isArtifact(next.type) || isCompensationEvent(from);
  addConnection(edit, beside ? 'bpmn:Association' : 'bpmn:SequenceFlow', source, id);
  assignLanes(edit, [id]);
  growContainers(edit, [id]);
  return { document: edit.document, select: [id], announce: `Appended ${kind.label.toLowerCase()}` };
}

/** Where a step appended to another one goes: to its right, below what already follows; notes above. */
export function freePlace(document: ProcessDocument, source: ElementId, kind: Placeable): Bounds {
  const from = boundsOf(document, source) ?? { x: 0, y: 0, width: 0, height: 0 };
  const first = firstPlace(document, source, from, kind);
  const taken = others(document, source, first);
  const step = isArtifact(kind.seed.type) ? -(kind.size.height + 20) : kind.size.height + ROW_GAP;
  let spot = first;
  for (let row = 1; row < 40 && taken.some((b) => overlap(grow(b, 9), spot)); row++)
    spot = { ...first, y: first.y + row * step };
  return spot;
}

function firstPlace(document: ProcessDocument, source: ElementId, from: Bounds, kind: Placeable): Bounds {
  const c = centre(from);
  const { width, height } = kind.size;
  if (isArtifact(kind.seed.type)) return { x: right(from) + 20, y: from.y - height - 30, width, height };
  const host = resolve(document, get(document, source), 'attachedToRef');
  const border = host && boundsOf(document, host.id);
  if (!border) return { x: right(from) + APPEND_GAP, y: c.y - height / 2, width, height };
  if (nearestSide(border, c) === 'top')
    return { x: right(from) + APPEND_GAP, y: border.y - 80 - height / 2, width, height };
  return { x: right(from) + APPEND_GAP, y: bottom(border) + 80 - height / 2, width, height };
}

/** What is in the way: every shape in the column that isn't a container of the source. */
function others(document: ProcessDocument, source: ElementId, column: Bounds): Bounds[] {
  const around = new Set<ElementId>();
  for (let up = get(document, source); up; up = get(document, up.parent)) around.add(up.id);
  const plane = get(document, shapeOf(document, source)?.parent);
  const found: Bounds[] = [];
  const [left, end] = [column.x - 9, right(column) + 9];
  // Of thousands of shapes few are in the column: what isn't is passed over as quickly as can be. Rows are tried one
  // below the other: only what is in this column can be in the way.
  for (const id of plane?.children.planeElement ?? []) {
    const shape = document.elements[id];
    const bounds = shape?.type === 'bpmndi:BPMNShape' ? diBounds(shape) : undefined;
    if (!bounds || bounds.x > end || bounds.x + bounds.width < left) continue;
    const element = resolve(document, shape, 'bpmnElement');
    const container =
      element &&
      (around.has(element.id) ||
        element.type === 'bpmn:Lane' ||
        element.type === 'bpmn:Group' ||
        (element.type === 'bpmn:Participant' && around.has(ref(element, 'processRef') ?? '')));
    if (!container) found.push(bounds);
  }
  return found;
}
