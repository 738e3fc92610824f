import { CANVAS, INK } from './paint';
import { textWidth } from './text';
import type { DiagramNode } from './types';

export interface CalloutSpec {
  nodeId: string;
  /** A few words, e.g. “You are here”. */
  text: string;
}

const HEIGHT = 24;
const ARROW = 7;
const FONT = 12;
/** Clear of ring and badge. */
const AWAY = 16;

/** Outer width of a callout with its arrow, in diagram pixels. */
export function calloutWidth(text: string): number {
  return textWidth(text, FONT) + 20 + ARROW + AWAY;
}

/** An ink label that points at an element from its left, as flows usually leave to the right. */
export function Callout({ node, text }: { node: DiagramNode; text: string }) {
  const width = textWidth(text, FONT) + 20;
  const tipX = node.x - AWAY + ARROW;
  const y = node.y + node.spec.height / 2;
  const right = tipX - ARROW;
  const half = HEIGHT / 2;
  return (
    <g className="bp-callout">
      <path d={`M${right - 1} ${y - 5}L${tipX} ${y}L${right - 1} ${y + 5}z`} fill={INK} />
      <rect x={right - width} y={y - half} width={width} height={HEIGHT} rx={4} fill={INK} />
      <text
        x={right - width / 2}
        y={y + 4.2}
        textAnchor="middle"
        fontFamily="var(--font-sans)"
        fontSize={FONT}
        fontWeight={500}
        fill={CANVAS}
      >
        {text}
      </text>
    </g>
  );
}
