import { coloursOf, type GivenColours } from './colours';
import { edgeOf, shapeOf } from './diagram';
import { extensionsOf, isInline } from './extensions';
import { get } from './selectors';
import type { ElementId, InlineProperty, InlineValue, ProcessDocument } from './types';

/** Something another tool wrote to an element: kept and given back as it came, never changed here. */
export interface ForeignEntry {
  /** The vocabulary's prefix in this document: `camunda`, `signavio`. */
  vocabulary: string;
  /** What it is called there, without prefix. */
  name: string;
  /** What it says, a line for each: nested names are joined by ` › `. */
  lines: { path: string; value: string }[];
}

/** Extensions that this product reads or writes itself, so that they have fields of their own. */
const UNDERSTOOD = new Set(
  [
    ...['TaskDefinition', 'IoMapping', 'TaskHeaders', 'Script', 'FormDefinition', 'UserTask', 'UserTaskForm'],
    ...['AssignmentDefinition', 'TaskSchedule', 'PriorityDefinition', 'CalledElement', 'CalledDecision'],
    ...['LoopCharacteristics', 'AdHoc', 'Subscription'],
  ].map((name) => `zeebe:${name}`),
);
/** More than this of one extension is no help in a panel; the file has all of it. */
const MOST_LINES = 40;
const LONGEST = 300;

/** What other tools wrote to an element, by extension elements and attributes. */
export function foreignEntries(document: ProcessDocument, id: ElementId): ForeignEntry[] {
  const element = get(document, id);
  if (!element) return [];
  const foreign = (name: string) =>
    name.includes(':') && !name.startsWith('countersign:') && !UNDERSTOOD.has(name);
  const attributes = Object.entries(element.attrs)
    .filter(([key]) => foreign(key) && !/^(?:xsi|xml|zeebe):/.test(key))
    .map(([key, value]) => entryOf(key, [{ path: '', value: shortened(String(value)) }]));
  const elements = extensionsOf(element)
    .filter(({ $type }) => foreign($type))
    .map((value) => entryOf(value.$type, linesOf(value, '').slice(0, MOST_LINES)));
  return [...attributes, ...elements];
}

/** The colours that another tool gave an element where it is drawn first. */
export function foreignColours(document: ProcessDocument, id: ElementId): GivenColours | undefined {
  const di = shapeOf(document, id) ?? edgeOf(document, id);
  return di && coloursOf(document, di);
}

function entryOf(qualified: string, lines: ForeignEntry['lines']): ForeignEntry {
  const colon = qualified.indexOf(':');
  return { vocabulary: qualified.slice(0, colon), name: qualified.slice(colon + 1), lines };
}

function linesOf(value: InlineValue, path: string): ForeignEntry['lines'] {
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === '$type') return [];
    const here = key.startsWith('$') ? path : joined(path, key);
    return (Array.isArray(item) ? item : [item]).flatMap((each) =>
      lineOf(each, here, key === '$children' ? path : here),
    );
  });
}

function lineOf(item: InlineProperty, here: string, parent: string): ForeignEntry['lines'] {
  if (isInline(item)) {
    const inner = linesOf(item, joined(parent, item.$type.slice(item.$type.indexOf(':') + 1)));
    return inner.length > 0
      ? inner
      : [{ path: joined(parent, item.$type.slice(item.$type.indexOf(':') + 1)), value: '' }];
  }
  const text = String(item ?? '').trim();
  return text === '' ? [] : [{ path: here, value: shortened(text) }];
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path} › ${name}`);
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
