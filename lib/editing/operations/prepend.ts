import { boundsOf, type ElementId, get, type ProcessDocument, shapeOf } from '@/lib/document';
import { growContainers } from '../contain';
import { Edit } from '../edit';
import { APPEND_GAP } from '../geometry';
import type { Placeable } from '../kinds';
import { assignLanes } from '../lanes';
import { containmentOf, plant } from '../place';
import { canContain, connectionBetween } from '../rules';
import { traitsOfSeed } from '../traits';
import { type EditResult, isRefused, refuse } from '../types';
import { drawNode } from './add-node';
import { addConnection } from './connect';

/** Adds a step to the left of another one, in the same scope, and connects them. */
export function prepend(document: ProcessDocument, target: ElementId, kind: Placeable): EditResult {
  const plane = shapeOf(document, target)?.parent;
  const bounds = boundsOf(document, target, plane ?? '');
  const parent = get(document, target)?.parent;
  if (!plane || !bounds || !parent) return refuse('This element is not drawn');
  if (kind.seed.type === 'bpmn:BoundaryEvent') return refuse('Drop this on the border of a step');
  const contained = canContain(document, traitsOfSeed(kind.seed), parent);
  if (isRefused(contained)) return contained;
  const edit = new Edit(document);
  const { width, height } = kind.size;
  const id = plant(edit, kind.seed, parent, containmentOf(kind.seed.type));
  const y = bounds.y + bounds.height / 2 - height / 2;
  drawNode(edit, kind, plane, id, { x: bounds.x - APPEND_GAP - width, y, width, height });
  const rule = connectionBetween(edit.document, id, target);
  if (isRefused(rule)) return rule;
  addConnection(edit, rule.type, id, target);
  assignLanes(edit, [id]);
  growContainers(edit, [id]);
  return { document: edit.document, select: [id], announce: `Put ${kind.label.toLowerCase()} before it` };
}
