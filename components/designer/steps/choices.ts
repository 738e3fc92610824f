import type { ShortcutId } from '@/components/canvas/shortcuts';
import { type ElementId, elementsOfType, get, type ProcessDocument } from '@/lib/document';
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
  mayEnd,
  morph,
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
  intoLane,
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
  const name = `“${nameInList(document, id)}”`;
  const ask = (title: string, choices: Choice[], none: string): Question => ({
    title,
    placeholder: 'Type a name…',
    none,
    choices,
  });
  const kinds = (fits: (kind: Placeable) => boolean, apply: (kind: Placeable) => EditResult) =>
    kindChoices(document, id, step, fits, apply);
  const traits = traitsOf(document, id);
  const nothing = 'Nothing of that name';
  switch (step) {
    case 'append':
      return ask(
        `Append to ${name}`,
        kinds(
          (kind) => follows(document, id, kind),
          (kind) => append(document, id, kind),
        ),
        nothing,
      );
    case 'after':
      return ask(
        `Add after ${name}`,
        kinds(
          (kind) => follows(document, id, kind),
          (kind) => addAfter(document, kind, id),
        ),
        nothing,
      );
    case 'before':
      return ask(
        `Add before ${name}`,
        kinds(
          (kind) => !!traits && isStep(kind) && !isRefused(canAppend(traitsOfSeed(kind.seed), traits)),
          (kind) => addBefore(document, kind, id),
        ),
        nothing,
      );
    case 'insert':
      return ask(
        'Insert into the path',
        kinds(
          (kind) => isStep(kind) && !isRefused(canDropOnFlow(document, traitsOfSeed(kind.seed), id)),
          (kind) => insertOnFlow(document, kind, id),
        ),
        nothing,
      );
    case 'attach':
      return ask(
        `Attach to ${name}`,
        kinds(
          (kind) => kind.group === 'boundary' && !isRefused(canAttach(document, traitsOfSeed(kind.seed), id)),
          (kind) => attachBelow(document, kind, id),
        ),
        nothing,
      );
    case 'morph':
      return ask(
        `Change ${name} to`,
        kinds(
          (kind) => !isRefused(canMorph(document, id, kind)),
          (kind) => morph(document, id, kind),
        ),
        nothing,
      );
    case 'connect':
      return ask(
        `Connect ${name} to`,
        targetChoices(document, id),
        'There is nothing it could be connected to',
      );
    case 'reconnect':
      return ask('Lead the path to', newTargets(document, id), 'There is nothing else it could lead to');
    case 'lane':
      return ask(`Move ${name} to a lane`, laneChoices(document, id), 'There is no other lane');
    default:
      return undefined;
  }
}

const isStep = (kind: Placeable): boolean => !['data', 'other', 'boundary'].includes(kind.group);

const follows = (document: ProcessDocument, id: ElementId, kind: Placeable): boolean => {
  const traits = traitsOf(document, id);
  return (
    !!traits &&
    isStep(kind) &&
    !isRefused(canAppend(traits, traitsOfSeed(kind.seed))) &&
    !mayEnd(traitsOfSeed(kind.seed))
  );
};

function kindChoices(
  document: ProcessDocument,
  id: ElementId,
  step: StepKind,
  fits: (kind: Placeable) => boolean,
  apply: (kind: Placeable) => EditResult,
): Choice[] {
  return KINDS.filter(fits)
    .toSorted((a, b) => Number(b.primary) - Number(a.primary) || Number(b.executable) - Number(a.executable))
    .map((kind) => {
      const losses = step === 'morph' ? lossesOf(document, id, kind) : [];
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
    .map((lane) => elementChoice(document, lane.id, () => intoLane(document, id, lane.id)));
}
