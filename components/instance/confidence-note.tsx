import { Sparkle } from '@/components/bpmn/sparkle';
import { textWidth } from '@/components/bpmn/text';
import type { DiagramNode } from '@/components/bpmn/types';
import { confidenceWording } from '@/components/ui/confidence-wording';
import type { AiCallView } from './model/ai';

const HEIGHT = 20;
const FONT = 11;
/** Clear of the state ring. */
const BELOW = 16;

/** Under an AI step: how sure the answer was, “0.82 · below 0.90”. A model's own opinion is no number and has none. */
export function ConfidenceNote({ node, call }: { node: DiagramNode; call: AiCallView }) {
  if (!call.confidence) return null;
  const { number, verdict } = confidenceWording({ ...call.confidence, threshold: call.threshold });
  if (!number) return null;
  const text = [number, verdict].filter(Boolean).join(' · ');
  const width = textWidth(text, FONT) + 34;
  const x = node.x + (node.spec.width - width) / 2;
  return (
    <g transform={`translate(${x} ${node.y + node.spec.height + BELOW})`}>
      <rect width={width} height={HEIGHT} rx={3} fill="var(--surface)" stroke="var(--ai-line)" />
      <g transform="translate(7 4)" color="var(--ai)">
        <Sparkle size={12} />
      </g>
      <text x={24} y={14} fontSize={FONT} fontFamily="var(--font-sans)" fill="var(--ink)">
        {text}
      </text>
    </g>
  );
}
