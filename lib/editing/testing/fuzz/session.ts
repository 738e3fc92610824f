import { importBpmn } from '@/lib/bpmn';
import { exportBpmn } from '@/lib/bpmn/export';
import { hash, type ProcessDocument } from '@/lib/document';
import { inconsistencies } from '../../check';
import { drawingFaults, indexFaults } from '../../check-drawing';
import { type History, newHistory, record, redo, undo } from '../../history';
import { isRefused } from '../../types';
import { boardOf, OPERATIONS } from './operations';
import type { Random } from './random';

export interface Tally {
  operations: number;
  changes: number;
  roundTrips: number;
  /** Times carried out and times refused, by operation. */
  byName: Map<string, [done: number, refused: number]>;
  /** The documents before and after the last change, for whoever looks into a failure. */
  last?: { before: ProcessDocument; after: ProcessDocument };
}

export const newTally = (): Tally => ({ operations: 0, changes: 0, roundTrips: 0, byName: new Map() });

const WEIGHED = Object.entries(OPERATIONS).flatMap(([name, [weight, operation]]) =>
  Array.from({ length: weight }, () => [name, operation] as const),
);
const REMOVING = Object.entries(OPERATIONS).filter(([name]) => name.startsWith('remove'));

/** Steps the history keeps, so that a session can go all the way back. */
const MOST_CHANGES = 290;
/** From so many entries more than it began with a session removes rather than adds. */
const ROOM = 250;

/**
 * Works on a document at random and checks after every operation: a refusal has words and changes nothing; a change
 * is sound, is undone to the same hash and redone to the same hash. Answers what was wrong first, in words.
 */
export function session(
  start: ProcessDocument,
  random: Random,
  steps: number,
  tally: Tally,
): string | undefined {
  const known = new Set(faultsOf(start));
  const most = Object.keys(start.elements).length + ROOM;
  let history = newHistory(freeze(start));
  const trail: string[] = [];
  for (let i = 0; i < steps && history.past.length < MOST_CHANGES; i++) {
    const full = Object.keys(history.present.elements).length > most;
    const [name, operate] = full && random.chance(0.7) ? removal(random) : random.pick(WEIGHED);
    tally.operations += 1;
    trail.push(name);
    const fault = step(history, name, () => operate(boardOf(history.present, random)), known, tally);
    if (typeof fault === 'string')
      return `${fault} (operation ${i}: ${trail.slice(-6).join(', ')})\n${tryRoundTrip(history.present)}`;
    history = fault;
    if (tally.operations % 100 === 0) {
      tally.roundTrips += 1;
      const lost = tryRoundTrip(history.present) || indexFaults(history.present).join('; ');
      if (lost) return `${lost} (operation ${i}: ${trail.slice(-6).join(', ')})`;
    }
  }
  return backToStart(history, hash(start));
}

const removal = (random: Random) => {
  const [name, [, operation]] = random.pick(REMOVING);
  return [name, operation] as const;
};

function step(
  history: History,
  name: string,
  operate: () => ReturnType<(typeof WEIGHED)[number][1]>,
  known: ReadonlySet<string>,
  tally: Tally,
): History | string {
  const before = hash(history.present);
  const counts = tally.byName.get(name) ?? [0, 0];
  tally.byName.set(name, counts);
  let result: ReturnType<typeof operate>;
  try {
    result = operate();
  } catch (error) {
    return `${name} threw ${error instanceof Error ? error.stack : String(error)}`;
  }
  if (hash(history.present) !== before) return `${name} changed the document it was given`;
  if (isRefused(result)) {
    counts[1] += 1;
    return /^\S.{8,}[^.]$/.test(result.refused)
      ? history
      : `${name} refused without a sentence: “${result.refused}”`;
  }
  const next = record(history, freeze(result.document), result.announce);
  tally.last = { before: history.present, after: next.present };
  if (next === history) return history;
  counts[0] += 1;
  tally.changes += 1;
  const after = hash(next.present);
  const back = undo(next);
  if (hash(back.present) !== before) return `${name} is not undone`;
  const again = redo(back);
  if (hash(again.present) !== after) return `${name} is not redone`;
  const faults = faultsOf(again.present).filter((fault) => !known.has(fault));
  return faults.length > 0 ? `${name}: ${faults.slice(0, 4).join('; ')}` : again;
}

function backToStart(last: History, start: string): string | undefined {
  let history = last;
  while (history.past.length > 0) history = undo(history);
  return hash(history.present) === start ? undefined : 'undoing everything does not lead back to the start';
}

const faultsOf = (document: ProcessDocument): string[] => [
  ...inconsistencies(document),
  ...drawingFaults(document),
];

/** What the document loses as XML; empty when nothing. */
function tryRoundTrip(document: ProcessDocument): string {
  let xml: string;
  try {
    xml = exportBpmn(document);
  } catch (error) {
    return `the export throws ${String(error)}`;
  }
  const read = importBpmn(xml);
  if (!read.ok) return `the export can’t be read: ${read.message}`;
  const again = exportBpmn(read.document);
  if (again === xml) return '';
  const lines = again.split('\n');
  const at = xml.split('\n').findIndex((line, i) => line !== lines[i]);
  return `the export changes when it is read and written: ${xml.split('\n')[at]} → ${lines[at]}`;
}

/** Makes every entry unchangeable, so that whoever alters a document that was handed out throws. */
function freeze(document: ProcessDocument): ProcessDocument {
  for (const element of Object.values(document.elements)) if (!Object.isFrozen(element)) freezeDeep(element);
  return Object.freeze(document);
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freezeDeep(member);
}
