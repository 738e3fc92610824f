import {
  childrenOf,
  type DocElement,
  diBounds,
  type ElementId,
  elementsOfType,
  newElement,
  newId,
  processes,
  ref,
} from '@/lib/document';
import { addShape } from '../di';
import type { Edit } from '../edit';
import { around, grow, union } from '../geometry';
import type { Placeable } from '../kinds';
import { isSubProcess } from '../traits';
import type { Refusal } from '../types';
import { onGrid, type Spot } from './add-node';

/**
 * Adds a pool. The first one goes around the process that is drawn; every further one brings a process of its
 * own. Writes a collaboration when there is none and lets the plane show it.
 */
export function addPool(edit: Edit, kind: Placeable, { plane, at }: Spot): ElementId | Refusal {
  const sheet = edit.get(plane);
  if (sheet?.type !== 'bpmndi:BPMNPlane') return { refused: 'There is no drawing to place this on' };
  const drawn = edit.get(ref(sheet, 'bpmnElement'));
  if (drawn && isSubProcess(drawn.type)) return { refused: 'A pool can’t stand inside a sub-process' };
  if (kind.id === BLACK_BOX) return addBlackBox(edit, sheet, kind, at);
  const first = drawn?.type === 'bpmn:Process';
  const bounds = first ? aroundContent(edit, sheet, kind, at) : onGrid(around(at, kind.size));
  const collaboration = drawn?.type === 'bpmn:Collaboration' ? drawn.id : collaborationOf(edit);
  const process = first ? drawn.id : newProcess(edit);
  edit.ref(plane, 'bpmnElement', collaboration);
  const id = newId('Participant', edit.document);
  const name = String(edit.get(process)?.attrs.name ?? kind.seed.attrs?.name ?? 'Pool');
  edit.add(
    newElement('bpmn:Participant', id, collaboration, 'participants', {
      attrs: { name },
      refs: { processRef: process },
    }),
  );
  addShape(edit, plane, id, bounds, { isHorizontal: true });
  return id;
}

const BLACK_BOX = 'pool.black-box';

/** A partner stands beside the pool of the process; the first one brings a pool around the process with it. */
function addBlackBox(edit: Edit, sheet: DocElement, kind: Placeable, at: Spot['at']): ElementId | Refusal {
  if (edit.get(ref(sheet, 'bpmnElement'))?.type !== 'bpmn:Collaboration') {
    const first = addPool(edit, { ...kind, id: 'pool', size: POOL }, { plane: sheet.id, at });
    if (typeof first !== 'string') return first;
  }
  const id = newId('Participant', edit.document);
  edit.add(
    newElement('bpmn:Participant', id, ref(edit.get(sheet.id), 'bpmnElement') ?? '', 'participants', {
      attrs: { name: 'Partner' },
    }),
  );
  addShape(edit, sheet.id, id, onGrid(around(at, kind.size)), { isHorizontal: true });
  return id;
}

const POOL = { width: 600, height: 250 };

function aroundContent(edit: Edit, sheet: DocElement, kind: Placeable, at: Spot['at']) {
  const content = union(
    childrenOf(edit.document, sheet.id, 'planeElement').flatMap((di) => diBounds(di) ?? []),
  );
  if (!content) return onGrid(around(at, kind.size));
  const box = grow(content, 50);
  return {
    x: box.x - 30,
    y: box.y,
    width: Math.max(box.width + 30, kind.size.width),
    height: Math.max(box.height, kind.size.height),
  };
}

function collaborationOf(edit: Edit): ElementId {
  const known = elementsOfType(edit.document, 'bpmn:Collaboration')[0];
  if (known) return known.id;
  const id = newId('Collaboration', edit.document);
  edit.add(newElement('bpmn:Collaboration', id, edit.document.root, 'rootElements'), 0);
  return id;
}

function newProcess(edit: Edit): ElementId {
  const id = newId('Process', edit.document);
  const isExecutable = processes(edit.document).every((process) => process.attrs.isExecutable !== true);
  edit.add(newElement('bpmn:Process', id, edit.document.root, 'rootElements', { attrs: { isExecutable } }));
  return id;
}
