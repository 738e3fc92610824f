import { StateBadge, StateSign } from '@/components/bpmn/badge';
import { ElementSymbol, ringedState } from '@/components/bpmn/element-symbol';
import {
  BADGE_CORNER,
  BADGE_RADIUS,
  badgePosition,
  DIFF_TOKEN,
  outlineKind,
  STATE_TOKEN,
} from '@/components/bpmn/geometry';
import { Outline } from '@/components/bpmn/outline';
import type { DiagramNode } from '@/components/bpmn/types';
import type { Detail } from '../scene/detail';
import { type PaintOptions, paintSymbol } from './paint-symbol';

/** A small picture of an element, drawn once for all that look the same. */
export interface Sprite {
  image: CanvasImageSource;
  /** From the top left of the element to that of the image, and its size, in pixels of the canvas. */
  dx: number;
  dy: number;
  width: number;
  height: number;
}

/** Radius of a state's badge on screen at its least and most, in CSS pixels. */
const BADGE = { least: 4.5, most: 7 };
/** The least height of a block, in CSS pixels, that has room for a sign. */
const SIGN_FROM = 9;
/** Radius of a sign as it is drawn. */
const SIGN_RADIUS = 5;
/** Room around an element for its ring and badge, in CSS pixels on screen. */
const ROOM = 12;

/** Thinnest lines, in CSS pixels on screen: thicker ones would fill the small icons. */
const ICON_LINE = 0.75;
const BLOCK_LINE = 0.9;

const looks = new WeakMap<DiagramNode, string>();

/** The same text for elements that look the same but for place and name. */
export function lookOf(node: DiagramNode): string {
  let look = looks.get(node);
  if (look === undefined) {
    const { label: _, ...spec } = node.spec;
    look = JSON.stringify([spec, node.state, node.waitReason, node.diff, Boolean(node.diff)]);
    looks.set(node, look);
  }
  return look;
}

/**
 * Draws an element small.
 * @param scale pixels of the canvas per diagram pixel
 * @param density pixels of the canvas per CSS pixel
 */
export function makeSprite(
  node: DiagramNode,
  detail: Detail,
  scale: number,
  density: number,
  options: Omit<PaintOptions, 'leastLine'>,
): Sprite {
  const room = Math.ceil(ROOM * density);
  const { width, height } = node.spec;
  const image = document.createElement('canvas');
  image.width = Math.ceil(width * scale) + 2 * room;
  image.height = Math.ceil(height * scale) + 2 * room;
  const pen = image.getContext('2d');
  pen?.translate(room, room);
  pen?.scale(scale, scale);
  const leastLine = ((detail === 'blocks' ? BLOCK_LINE : ICON_LINE) * density) / scale;
  const zoom = scale / density;
  const symbol =
    detail === 'blocks' ? (
      <Block node={node} line={leastLine} zoom={zoom} />
    ) : (
      <Icon node={node} zoom={zoom} />
    );
  if (pen) paintSymbol(pen, symbol, { ...options, leastLine });
  return { image, dx: -room, dy: -room, width: image.width, height: image.height };
}

/** The symbol without words, its type large, and what it does in an instance as a badge that can be seen. */
function Icon({ node, zoom }: { node: DiagramNode; zoom: number }) {
  const { spec, state, waitReason, diff } = node;
  const ringed = diff ? undefined : ringedState(state);
  const small = Math.min(spec.width, spec.height) * zoom;
  const radius = Math.min(BADGE.most, Math.max(BADGE.least, small * 0.3));
  const at = ringed && badgePosition(spec, BADGE_CORNER[ringed]);
  return (
    <>
      <ElementSymbol spec={spec} state={state} waitReason={waitReason} diff={diff} labels="none" compact />
      {ringed && at && (
        <g transform={`translate(${at.x} ${at.y}) scale(${radius / BADGE_RADIUS / zoom})`}>
          <StateBadge state={ringed} waitReason={waitReason} />
        </g>
      )}
    </>
  );
}

/** The outline filled with the colour of its state, and its sign where there is room for one. */
function Block({ node, line, zoom }: { node: DiagramNode; line: number; zoom: number }) {
  const { spec, state, diff, waitReason } = node;
  const ringed = ringedState(state);
  const token = diff ? DIFF_TOKEN[diff] : ringed && STATE_TOKEN[ringed];
  const plain = spec.colours?.fill ?? 'var(--surface)';
  const round = outlineKind(spec) === 'circle';
  const small = Math.min(spec.width, spec.height);
  const sign = !diff && ringed && small * zoom >= SIGN_FROM;
  return (
    <g opacity={state === 'notReached' ? 0.4 : undefined}>
      <Outline
        spec={spec}
        offset={0}
        fill={token ? `var(--${token})` : plain}
        stroke={token ? `var(--${token})` : (spec.colours?.stroke ?? 'var(--ink)')}
        strokeWidth={round && spec.position === 'end' ? line * 2 : line}
      />
      {sign && (
        <g
          transform={`translate(${spec.width / 2} ${spec.height / 2}) scale(${(small * 0.42) / SIGN_RADIUS})`}
        >
          <StateSign state={ringed} waitReason={waitReason} colour="var(--surface)" />
        </g>
      )}
    </g>
  );
}
