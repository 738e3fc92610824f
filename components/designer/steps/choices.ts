import type { ShortcutId } from '@/components/canvas/shortcuts';
import { type ElementId, elementsOfType, get, incoming, type ProcessDocument } from '@/lib/document';
import {
  append,
  canAppend,
  canAttach,
  canDropOnFlow,
  canMorph,
  connect,
  connectionBetween,
  type EditResult,
  endsOf,
  isRefused,
  KINDS,
  lossesOf,
  morph,
  moveToLane,
  type Placeable,
  reconnect,
  traitsOf,
  traitsOfSeed,
} from '@/lib/editing';
import {
  addAfter,
  addBefore,
  attachBelow,
  insertOnFlow,
  kindWord,
  nameInList,
  outlineOf,
} from '@/lib/outline';
import type { StepKind } from './actions';

/** One answer to the question a step asks. */
export interface Choice {
  id: string;
  label: string;
  hint: string;
  /** The picture of an element kind. */
  kind?: Placeable;
  /** Carries the step out with this answer. */
  apply(): EditResult;
}

export interface Question {
  title: string;
  placeholder: string;
  none: string;
  choices: Choice[];
  shortcut?: ShortcutId;
}

/** The question a step asks about an element, and the answers the rules allow; none when it asks something else. */
export function questionOf(document: ProcessDocument, id: ElementId, step: StepKind): Question | undefined {
  return QUESTIONS[step]?.({ document, id, name: `“${nameInList(document, id)}”` });
}

interface About {
  document: ProcessDocument;
  id: ElementId;
  /** The element in a sentence. */
  name: string;
}

const ask = (title: string, choices: Choice[], none = 'Nothing of that name'): Question => ({
  title,
  placeholder: 'Type a name…',
  none,
  choices,
});

const QUESTIONS: Partial<Record<StepKind, (about: About) => Question>> = {
  append: ({ document, id, name }) =>
    ask(
      `Append to ${name}`,
      kindChoices(
        (kind) => follows(document, id, kind),
        (kind) => append(document, id, kind),
      ),
    ),
  after: ({ document, id, name }) =>
    ask(
      `Add after ${name}`,
      kindChoices(
        (kind) => follows(document, id, kind),
        (kind) => addAfter(document, kind, id),
      ),
    ),
  before: ({ document, id, name }) =>
    ask(
      `Add before ${name}`,
      kindChoices(
        (kind) => precedes(document, id, kind),
        (kind) => addBefore(document, kind, id),
      ),
    ),
  insert: ({ document, id }) =>
    ask(
      'Insert into the path',
      kindChoices(
        (kind) => isStep(kind) && !isRefused(canDropOnFlow(document, traitsOfSeed(kind.seed), id)),
        (kind) => insertOnFlow(document, kind, id),
      ),
    ),
  attach: ({ document, id, name }) =>
    ask(
      `Attach to ${name}`,
      kindChoices(
        (kind) => kind.group === 'boundary' && !isRefused(canAttach(document, traitsOfSeed(kind.seed), id)),
        (kind) => attachBelow(document, kind, id),
      ),
    ),
  morph: ({ document, id, name }) =>
    ask(
      `Change ${name} to`,
      kindChoices(
        (kind) => !isRefused(canMorph(document, id, kind)),
        (kind) => morph(document, id, kind),
        (kind) => lossesOf(document, id, kind),
      ),
    ),
  connect: ({ document, id, name }) =>
    ask(`Connect ${name} to`, targetChoices(document, id), 'There is nothing it could be connected to'),
  reconnect: ({ document, id }) =>
    ask('Lead the path to', newTargets(document, id), 'There is nothing else it could lead to'),
  lane: ({ document, id, name }) =>
    ask(`Move ${name} to a lane`, laneChoices(document, id), 'There is no other lane'),
};

const isStep = (kind: Placeable): boolean => !['data', 'other', 'boundary'].includes(kind.group);

/** Whether a kind may come right after an element. */
function follows(document: ProcessDocument, id: ElementId, kind: Placeable): boolean {
  const [traits, next] = [traitsOf(document, id), traitsOfSeed(kind.seed)];
  return !!traits && isStep(kind) && !isRefused(canAppend(traits, next));
}

/** Whether a kind may come right before an element; in a flow it must be reachable as well. */
function precedes(document: ProcessDocument, id: ElementId, kind: Placeable): boolean {
  const [traits, first] = [traitsOf(document, id), traitsOfSeed(kind.seed)];
  const [flow] = incoming(document, id);
  if (!traits || !isStep(kind) || isRefused(canAppend(first, traits))) return false;
  return !flow || !isRefused(canDropOnFlow(document, first, flow.id));
}

function kindChoices(
  fits: (kind: Placeable) => boolean,
  apply: (kind: Placeable) => EditResult,
  lossesOfKind: (kind: Placeable) => string[] = () => [],
): Choice[] {
  return KINDS.filter(fits)
    .toSorted((a, b) => Number(b.primary) - Number(a.primary) || Number(b.executable) - Number(a.executable))
    .map((kind) => {
      const losses = lossesOfKind(kind);
      const hint = losses.length > 0 ? `Loses: ${losses.join(', ')}` : kind.executable ? '' : 'drawn only';
      return { id: kind.id, label: kind.label, hint, kind, apply: () => apply(kind) };
    });
}

const elementChoice = (document: ProcessDocument, id: ElementId, apply: () => EditResult): Choice => ({
  id,
  label: nameInList(document, id),
  hint: kindWord(document, id),
  apply,
});

function targetChoices(document: ProcessDocument, source: ElementId): Choice[] {
  return outlineOf(document)
    .filter(({ id }) => id !== source && !isRefused(connectionBetween(document, source, id)))
    .map(({ id }) => elementChoice(document, id, () => connect(document, source, id)));
}

function newTargets(document: ProcessDocument, flow: ElementId): Choice[] {
  const { source, target } = endsOf(document, flow);
  if (!source) return [];
  return outlineOf(document)
    .filter(({ id }) => {
      const rule = id === target ? { refused: '' } : connectionBetween(document, source, id);
      return !isRefused(rule) && rule.type === get(document, flow)?.type;
    })
    .map(({ id }) => elementChoice(document, id, () => reconnect(document, flow, 'target', id)));
}

function laneChoices(document: ProcessDocument, id: ElementId): Choice[] {
  return elementsOfType(document, 'bpmn:Lane')
    .filter((lane) => !lane.children.childLaneSet?.length)
    .map((lane) => elementChoice(document, lane.id, () => moveToLane(document, [id], lane.id)));
}
