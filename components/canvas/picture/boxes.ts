import { ringedState } from '@/components/bpmn/element-symbol';
import { BAND, DIFF_TOKEN, outlineKind, STATE_TOKEN } from '@/components/bpmn/geometry';
import { groundFill } from '@/components/bpmn/paint';
import type { DiagramNode } from '@/components/bpmn/types';
import type { Marked } from '../flow/types';
import { type Board, boxOn } from './board';

/** Clear distance of the selection from the element, in CSS pixels. */
const CLEAR = 4;

/** A pool, lane, group or open sub-process: its ground, border and name band, and its state as a thicker border. */
export function container(board: Board, node: DiagramNode): void {
  const { pen, density, view, colour } = board;
  const { x, y, width, height } = snapped(board, node);
  const { spec, diff } = node;
  const state = ringedState(node.state);
  const token = diff ? DIFF_TOKEN[diff] : state && STATE_TOKEN[state];
  const given = spec.colours?.fill;
  pen.globalAlpha = node.state === 'notReached' ? 0.4 : 1;
  if (spec.shape !== 'group') {
    pen.fillStyle = colour(given ? groundFill(given) : (GROUND[spec.shape] ?? 'var(--surface)'));
    pen.fillRect(x, y, width, height);
  }
  pen.strokeStyle = colour(
    token ? `var(--${token})` : (spec.colours?.stroke ?? BORDER[spec.shape] ?? 'var(--ink)'),
  );
  pen.lineWidth = (token ? 2 : 1) * density;
  pen.setLineDash(spec.shape === 'group' || spec.triggeredByEvent ? [4 * density, 3 * density] : []);
  pen.strokeRect(x + 0.5, y + 0.5, width, height);
  pen.setLineDash([]);
  if (spec.shape === 'pool' || (spec.shape === 'lane' && spec.label)) {
    const band = Math.round(BAND * view.zoom);
    pen.fillStyle = pen.strokeStyle;
    if (spec.horizontal === false) pen.fillRect(x, y + band, width, density);
    else pen.fillRect(x + band, y, density, height);
  }
  pen.globalAlpha = 1;
}

const GROUND: Record<string, string> = { pool: 'var(--pool)', lane: 'transparent' };
const BORDER: Record<string, string> = { group: 'var(--muted)' };

/** A step of which there is no small picture. */
export function box(board: Board, node: DiagramNode): void {
  const { pen, density, colour } = board;
  const { x, y, width, height } = snapped(board, node);
  const state = ringedState(node.state);
  pen.fillStyle = colour(
    state ? `var(--${STATE_TOKEN[state]})` : (node.spec.colours?.fill ?? 'var(--surface)'),
  );
  pen.fillRect(x, y, width, height);
  pen.strokeStyle = colour('var(--ink)');
  pen.lineWidth = density;
  pen.strokeRect(x + 0.5, y + 0.5, width, height);
}

/** What is selected, as on the full drawing: a line of its own outside of the element. */
export function outline(board: Board, node: DiagramNode): void {
  const { pen, density, colour } = board;
  const { x, y, width, height } = boxOn(board, node);
  const by = CLEAR * density;
  pen.strokeStyle = colour('var(--primary)');
  pen.lineWidth = 2 * density;
  pen.beginPath();
  if (outlineKind(node.spec) === 'circle')
    pen.arc(x + width / 2, y + height / 2, Math.min(width, height) / 2 + by, 0, 2 * Math.PI);
  else pen.roundRect(x - by, y - by, width + 2 * by, height + 2 * by, by);
  pen.stroke();
}

/** The triangle of a problem, at the upper right corner, of one size at every zoom. */
export function problem(board: Board, node: DiagramNode, level: Marked): void {
  const { pen, density, colour } = board;
  const { x, y, width } = boxOn(board, node);
  const size = 4 * density;
  pen.beginPath();
  pen.moveTo(x + width, y - size * 1.2);
  pen.lineTo(x + width + size * 1.15, y + size * 0.8);
  pen.lineTo(x + width - size * 1.15, y + size * 0.8);
  pen.closePath();
  pen.lineJoin = 'round';
  pen.lineWidth = 3.5 * density;
  pen.strokeStyle = colour('var(--surface)');
  pen.stroke();
  // As on the full drawing: an error is solid, a warning hollow.
  const ink = colour(level === 'error' ? 'var(--incident)' : 'var(--wait)');
  pen.fillStyle = level === 'error' ? ink : colour('var(--surface)');
  pen.fill();
  pen.lineWidth = 1.4 * density;
  pen.strokeStyle = ink;
  pen.stroke();
}

function snapped(board: Board, node: DiagramNode) {
  const { x, y, width, height } = boxOn(board, node);
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
