import type { ShortcutId } from '@/components/canvas/shortcuts';
import {
  boundsOf,
  type ElementId,
  elementsOfType,
  get,
  type ProcessDocument,
  waypointsOf,
} from '@/lib/document';
import {
  canAppend,
  canResize,
  familyOf,
  isActivity,
  isConnection,
  isExpanded,
  isFlowNode,
  isRefused,
  kindById,
  mayEnd,
  traitsOf,
  traitsOfSeed,
} from '@/lib/editing';

/** What can be done with one element by a menu or a key; most ask one question in a window. */
export const STEP_KINDS = [
  'append',
  'after',
  'before',
  'attach',
  'connect',
  'reconnect',
  'insert',
  'label',
  'morph',
  'lane',
  'move',
  'resize',
  'route',
  'comment',
  'open',
  'delete',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One line of an element's menu. */
export interface StepAction {
  kind: StepKind;
  label: string;
  /** The key that does the same. */
  shortcut?: ShortcutId;
}

const WORDS: Record<StepKind, { label: string; shortcut?: ShortcutId }> = {
  append: { label: 'Append…', shortcut: 'append' },
  after: { label: 'Add after…', shortcut: 'after' },
  before: { label: 'Add before…', shortcut: 'before' },
  attach: { label: 'Attach an event…', shortcut: 'attach' },
  connect: { label: 'Connect to…', shortcut: 'connect' },
  reconnect: { label: 'Lead to another element…' },
  insert: { label: 'Insert into this path…', shortcut: 'append' },
  label: { label: 'Rename…', shortcut: 'label' },
  morph: { label: 'Change the kind…', shortcut: 'morph' },
  lane: { label: 'Move to a lane…', shortcut: 'lane' },
  move: { label: 'Move…', shortcut: 'move' },
  resize: { label: 'Resize…', shortcut: 'resize' },
  route: { label: 'Way-points…', shortcut: 'route' },
  comment: { label: 'Comment…', shortcut: 'comment' },
  open: { label: 'Properties', shortcut: 'open' },
  delete: { label: 'Delete', shortcut: 'delete' },
};

/** What the rules let be done with an element, in the order of its menu. */
export function actionsFor(document: ProcessDocument, id: ElementId): StepAction[] {
  return STEP_KINDS.filter((kind) => applies(document, id, kind)).map((kind) => ({ kind, ...WORDS[kind] }));
}

/** Whether a step makes sense for an element; the operation itself may still refuse it, with a reason. */
export function applies(document: ProcessDocument, id: ElementId, kind: StepKind): boolean {
  const element = get(document, id);
  const traits = traitsOf(document, id);
  if (!element || !traits) return false;
  const { type } = element;
  if (isConnection(element)) return LINES[kind]?.(type, waypointsOf(document, id).length > 1) ?? false;
  const drawn = boundsOf(document, id) !== undefined;
  const task = traitsOfSeed(kindById('task').seed);
  const goesOn = isFlowNode(type) && !isRefused(canAppend(traits, task));
  switch (kind) {
    case 'append':
    case 'after':
      return drawn && (goesOn || type === 'bpmn:EventBasedGateway');
    case 'before':
      return drawn && isFlowNode(type) && !mayEnd(traits);
    case 'attach':
      return drawn && isActivity(type) && !traits.triggeredByEvent;
    case 'connect':
      return drawn && type !== 'bpmn:Lane' && type !== 'bpmn:EndEvent';
    case 'morph':
      return familyOf(type) !== 'other';
    case 'lane':
      return drawn && isFlowNode(type) && elementsOfType(document, 'bpmn:Lane').length > 0;
    case 'move':
      return drawn && type !== 'bpmn:Lane';
    case 'resize':
      return drawn && canResize(document, id, isExpanded(document, id));
    case 'insert':
    case 'reconnect':
    case 'route':
      return false;
    default:
      return true;
  }
}

const LINES: Partial<Record<StepKind, (type: string, drawn: boolean) => boolean>> = {
  insert: (type, drawn) => drawn && type === 'bpmn:SequenceFlow',
  reconnect: (type) => type === 'bpmn:SequenceFlow' || type === 'bpmn:MessageFlow',
  route: (_type, drawn) => drawn,
  label: () => true,
  comment: () => true,
  open: () => true,
  delete: () => true,
};
