import { type DocElement, diBounds, diLabelBounds, diWaypoints, type ProcessDocument } from '@/lib/document';
import type { PropertyChange } from './types';

interface Side {
  document: ProcessDocument;
  drawn: readonly DocElement[];
}

/** How an element is drawn otherwise than before; nothing when it isn't. Several diagrams are compared in order. */
export function layoutChanges(before: Side, after: Side): PropertyChange[] {
  if (before.drawn.length !== after.drawn.length)
    return [
      { key: 'drawn', label: 'Drawn', before: times(before.drawn.length), after: times(after.drawn.length) },
    ];
  return before.drawn.flatMap((old, index) => {
    const now = after.drawn[index];
    return now ? changesOf(before.document, old, after.document, now, index) : [];
  });
}

const times = (count: number): string => (count === 0 ? 'not' : count === 1 ? 'once' : `${count} times`);

type Read = (document: ProcessDocument, di: DocElement) => string | null;

const point = (x: number, y: number): string => `${Math.round(x)}, ${Math.round(y)}`;

const READ: readonly (readonly [key: string, label: string, read: Read])[] = [
  ['position', 'Position', (_document, di) => ifBounds(di, ({ x, y }) => point(x, y))],
  [
    'size',
    'Size',
    (_document, di) => ifBounds(di, ({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`),
  ],
  [
    'route',
    'Route',
    (_document, di) =>
      diWaypoints(di)
        .map(({ x, y }) => point(x, y))
        .join(' · ') || null,
  ],
  [
    'label',
    'Place of the label',
    (document, di) => {
      const bounds = diLabelBounds(document, di);
      return bounds ? point(bounds.x, bounds.y) : null;
    },
  ],
  ...['isExpanded', 'isHorizontal', 'isMarkerVisible', 'messageVisibleKind'].map(
    (name) => [name, name === 'isExpanded' ? 'Opened' : name, attribute(name)] as const,
  ),
  [
    'colour',
    'Colour',
    (_document, di) =>
      Object.entries(di.attrs)
        .filter(([name]) => /^(?:bioc|color):/.test(name))
        .map(([name, value]) => `${name.replace(/^.*:/, '')} ${value}`)
        .sort()
        .join(', ') || null,
  ],
];

function attribute(name: string): Read {
  return (_document, di) => {
    const value = di.attrs[name];
    return value === undefined ? null : value === true ? 'yes' : value === false ? 'no' : String(value);
  };
}

function ifBounds(di: DocElement, say: (bounds: NonNullable<ReturnType<typeof diBounds>>) => string) {
  const bounds = diBounds(di);
  return bounds ? say(bounds) : null;
}

function changesOf(
  oldDocument: ProcessDocument,
  old: DocElement,
  newDocument: ProcessDocument,
  now: DocElement,
  index: number,
): PropertyChange[] {
  return READ.flatMap(([key, label, read]) => {
    const [before, after] = [read(oldDocument, old), read(newDocument, now)];
    return before === after ? [] : [{ key: index === 0 ? key : `${key}[${index}]`, label, before, after }];
  });
}
