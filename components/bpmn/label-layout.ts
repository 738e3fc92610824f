import { BAND } from './geometry';
import { hasTypeMarker } from './markers/task-type';
import { balanceLabel, linesWithin, textWidth, wrapLabel } from './text';
import type { Bounds, SymbolSpec } from './types';

/** A label broken into lines, ready to draw. All in pixels relative to the shape's top left. */
export interface LabelLayout {
  lines: string[];
  /** Anchor of every line. */
  x: number;
  /** Baseline of the first line. */
  y: number;
  lineHeight: number;
  fontSize: number;
  anchor: 'start' | 'middle';
  weight: 400 | 500 | 600;
  /** Drawn beside the shape, on the canvas: gets a halo in the canvas colour. */
  outside: boolean;
  /** Quarter turn to the left around (x, y). */
  turned: boolean;
  muted: boolean;
}

const FONT = 12;
/** From the middle of a line to its baseline. */
const BASELINE = 4.2;
const BASE = {
  fontSize: FONT,
  anchor: 'middle',
  weight: 500,
  outside: false,
  turned: false,
  muted: false,
} as const;

/** Clear space between border and label, both sides together. */
const ACTIVITY_MARGIN = 10;

/**
 * Centred in the activity, 5 px lower under a type marker, 1 px higher above a foot marker; three lines at most,
 * which then keep clear of both markers.
 */
function activityLabel(spec: SymbolSpec, text: string): LabelLayout {
  const foot =
    spec.approval || (spec.markers?.length ?? 0) > 0 || (spec.shape !== 'task' && !spec.calledType);
  const marked = spec.ai || hasTypeMarker(spec.calledType ?? spec.bpmnType) || spec.triggeredByEvent;
  const room = Math.max(1, Math.min(3, Math.floor((spec.height - 8) / 15)));
  const margin = ACTIVITY_MARGIN + (spec.shape === 'callActivity' ? 4 : 0);
  const lines = balanceLabel(text, spec.width - margin, FONT, room);
  if (room === 3 && wrapLabel(text, spec.width - margin, FONT, 4).length > 3)
    return longLabel(spec, text, margin);
  const full = lines.length === 3 && marked;
  const lineHeight = full && foot ? 13.5 : 15;
  const shift = full ? (foot ? 1.5 : 5) : foot ? -1 : marked ? 5 : 0;
  const y = spec.height / 2 + shift + BASELINE - ((lines.length - 1) * lineHeight) / 2;
  return { ...BASE, lines, x: spec.width / 2, y, lineHeight };
}

/** Four smaller lines for what doesn't fit into three. */
function longLabel(spec: SymbolSpec, text: string, margin: number): LabelLayout {
  const [fontSize, lineHeight] = [11, 12.5];
  const lines = balanceLabel(text, spec.width - margin, fontSize, 4);
  const y = spec.height / 2 + 4 + BASELINE - ((lines.length - 1) * lineHeight) / 2;
  return { ...BASE, fontSize, lineHeight, lines, x: spec.width / 2, y };
}

function expandedLabel(spec: SymbolSpec, text: string): LabelLayout {
  const lines = wrapLabel(text, spec.width - 24, FONT, 1);
  return { ...BASE, lines, x: spec.width / 2, y: 19, lineHeight: 15 };
}

function annotationLabel(spec: SymbolSpec, text: string): LabelLayout {
  const room = Math.max(1, Math.floor((spec.height + 4) / 14));
  const lines = wrapLabel(text, spec.width - 10, 11, room);
  const y = spec.height / 2 + 4 - ((lines.length - 1) * 14) / 2;
  return { ...BASE, lines, x: 8, y, lineHeight: 14, fontSize: 11, anchor: 'start', weight: 400 };
}

function bandLabel(spec: SymbolSpec, text: string): LabelLayout {
  const weight = spec.shape === 'pool' ? 600 : 500;
  const muted = spec.shape === 'lane';
  if (spec.shape === 'pool' && spec.expanded === false) {
    const lines = wrapLabel(text, spec.width - 24, FONT, 2);
    const y = spec.height / 2 + BASELINE - ((lines.length - 1) * 15) / 2;
    return { ...BASE, weight, lines, x: spec.width / 2, y, lineHeight: 15 };
  }
  const turned = spec.horizontal !== false;
  const length = turned ? spec.height : spec.width;
  const { lines, fontSize, lineHeight } = bandLines(text, length - 12);
  const along = length / 2;
  const across = BAND / 2 + (fontSize / FONT) * BASELINE - ((lines.length - 1) * lineHeight) / 2;
  const at = turned ? { x: across, y: along } : { x: along, y: across };
  return { ...BASE, weight, muted, turned, lines, fontSize, lineHeight, ...at };
}

/** One line in the band; two smaller ones where it would be cut off. */
function bandLines(text: string, length: number) {
  const small = 10.5;
  return textWidth(text.trim(), FONT) <= length && !text.trim().includes('\n')
    ? { lines: wrapLabel(text, length, FONT, 1), fontSize: FONT, lineHeight: 15 }
    : { lines: balanceLabel(text, length, small, 2), fontSize: small, lineHeight: 12 };
}

/** Width that labels beside a shape wrap at when the document gives no bounds. */
const OUTSIDE_WIDTH = 96;
const OUTSIDE_LINE = 14;
/** Most lines of a label that has bounds: what is longer is no label. */
export const MOST_LINES = 6;

function outsideLabel(spec: SymbolSpec, text: string, bounds?: Bounds): LabelLayout {
  const common = { ...BASE, outside: true, lineHeight: OUTSIDE_LINE };
  if (bounds) {
    const lines = linesWithin(text, bounds, FONT, MOST_LINES);
    return { ...common, lines, x: bounds.x + bounds.width / 2, y: bounds.y + 11 };
  }
  const lines = balanceLabel(text, OUTSIDE_WIDTH, FONT, 3);
  // The question of a gateway stands above it, because its exception path leaves downwards.
  const above = spec.shape === 'gateway' || spec.shape === 'group';
  const y = above ? -9 - (lines.length - 1) * OUTSIDE_LINE : spec.height + 18.2;
  return { ...common, lines, x: spec.width / 2, y };
}

/** Whether the label of such an element stands outside of its shape. */
export function hasOutsideLabel(spec: Pick<SymbolSpec, 'shape'>): boolean {
  return ['event', 'gateway', 'dataObject', 'dataStore', 'group'].includes(spec.shape);
}

/**
 * Where and how the label of an element is drawn.
 * @param bounds label bounds relative to the shape's top left (labels outside of the shape only).
 * @returns nothing when there is no text.
 */
export function labelLayout(
  spec: SymbolSpec,
  text: string | undefined,
  bounds?: Bounds,
): LabelLayout | undefined {
  if (!text?.trim()) return undefined;
  if (hasOutsideLabel(spec)) return outsideLabel(spec, text, bounds);
  if (spec.shape === 'pool' || spec.shape === 'lane') return bandLabel(spec, text);
  if (spec.shape === 'annotation') return annotationLabel(spec, text);
  if (spec.shape !== 'task' && spec.expanded) return expandedLabel(spec, text);
  return activityLabel(spec, text);
}
