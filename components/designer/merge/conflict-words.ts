import { type ElementId, get, type Json, nameOf, type ProcessDocument } from '@/lib/document';
import type { MergeConflict } from '@/lib/document/merge';

/** A conflict as people read it. */
export interface ConflictWords {
  /** The element it is about, by its name. */
  element: string;
  /** What of it differs. */
  what: string;
  mine: string;
  theirs: string;
}

const WHAT: Record<string, string> = {
  'attrs.name': 'Name',
  'values.text': 'Text',
  'values.documentation': 'Documentation',
  'values.conditionExpression': 'Condition',
  'values.extensionElements': 'Settings',
  'values.bounds': 'Place and size',
  'values.waypoint': 'Course',
  'attrs.isExpanded': 'Open or closed',
  'refs.default': 'Default flow',
  'refs.sourceRef': 'Where it comes from',
  'refs.targetRef': 'Where it leads',
  'refs.attachedToRef': 'What it is attached to',
  type: 'Kind',
  parent: 'What it is in',
  lane: 'Lane',
};

interface Sides {
  mine: ProcessDocument;
  theirs: ProcessDocument;
}

/** A conflict in words: values that fit in a line are shown, others are named by whose they are. */
export function wordsOf(conflict: MergeConflict, { mine, theirs }: Sides): ConflictWords {
  const { property } = conflict;
  const element = elementOf(conflict.elementId, [mine, theirs]);
  if (property === '')
    return {
      element,
      what: 'The element itself',
      mine: conflict.mine === undefined ? 'Deleted' : 'Kept, as you changed it',
      theirs: conflict.theirs === undefined ? 'Deleted' : 'Kept, as they changed it',
    };
  return {
    element,
    what: WHAT[property] ?? sentence(property.replace(/^.*\./, '')),
    mine: valueIn(mine, conflict.mine, 'As you drew it'),
    theirs: valueIn(theirs, conflict.theirs, 'As they drew it'),
  };
}

/** What an id stands for, in either document; a shape stands for what it draws. */
function elementOf(id: ElementId, sides: readonly ProcessDocument[]): string {
  for (const document of sides) {
    const entry = get(document, id);
    if (!entry) continue;
    const drawn = entry.type === 'bpmndi:BPMNLabel' ? get(document, entry.parent) : entry;
    const target = get(document, drawn?.refs.bpmnElement as ElementId | undefined) ?? entry;
    return nameOf(target) || `${sentence(target.type.replace(/^.*:/, ''))} ${target.id}`;
  }
  return id;
}

function valueIn(document: ProcessDocument, value: Json | undefined, otherwise: string): string {
  if (value === undefined) return 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const entry = get(document, value);
    return entry ? nameOf(entry) || entry.id : value.replace(/^bpmn:/, '') || 'Nothing';
  }
  if (!Array.isArray(value) && value !== null) {
    const text = value.text ?? value.body;
    if (typeof text === 'string') return text;
  }
  return otherwise;
}

const sentence = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
