import { ElementSymbol } from '@/components/bpmn/element-symbol';
import type { Placeable } from '@/lib/editing';
import { ghostSpec } from '../edit/ghost-spec';

/** A kind as it looks on the canvas, small; containers as a small box. */
export function KindIcon({ kind, size = 20 }: { kind: Placeable; size?: number }) {
  const full = ghostSpec(kind);
  const large = full.width > 110;
  const spec = large
    ? { ...full, width: 100, height: 80, expanded: false, label: undefined }
    : { ...full, label: undefined };
  const side = Math.max(spec.width, spec.height) + 6;
  return (
    <svg
      width={size}
      height={size}
      viewBox={`${(spec.width - side) / 2} ${(spec.height - side) / 2} ${side} ${side}`}
      aria-hidden="true"
      className="flex-none overflow-visible"
    >
      <ElementSymbol spec={spec} compact labels="none" />
    </svg>
  );
}
