import { ElementSymbol } from '@/components/bpmn';

const FACTS = [
  ['Stroke', '2 ink, radius 10, never changes with state'],
  ['Type marker', '17 × 14 at 8, 8 from the corner'],
  ['AI call', 'sparkle 15 violet and “AI”; gears top right'],
  ['Approval', 'user top left, stamp 16 bottom centre'],
  ['Label', '12/15 medium, centred, three lines at most'],
  ['State ring', '3 clear of the stroke, then its width'],
  ['Selection', '1.5 petrol at 7, or 8.5 outside a ring'],
  ['Badge', '19 disc on the corner'],
] as const;

function Dimensions() {
  return (
    <g stroke="var(--primary)" fill="none">
      <path d="M0-36H260M0-40v8M260-40v8M-3-33l6-6M257-33l6-6" />
      <path d="M-44 0V208M-48 0h8M-48 208h8M-47 3l6-6M-47 211l6-6" />
      <path d="M0 246H130M0 242v8M130 242v8M-3 249l6-6M127 249l6-6" />
      <path d="M262 60h46M275 40h33M283 20h25" />
      <g fill="var(--primary)" stroke="none" fontSize={10.5} fontWeight={500} fontFamily="var(--font-mono)">
        <text x={130} y={-42} textAnchor="middle">
          100
        </text>
        <text x={-50} y={108} textAnchor="end">
          80
        </text>
        <text x={65} y={260} textAnchor="middle">
          50
        </text>
        <text x={312} y={64}>
          2
        </text>
        <text x={312} y={44}>
          3 + 3
        </text>
        <text x={312} y={24}>
          8.5
        </text>
      </g>
    </g>
  );
}

/** A waiting, selected approval at 2.6:1 with its measures. */
export function Anatomy() {
  return (
    <>
      <svg
        viewBox="-72 -62 424 330"
        className="w-full max-w-106"
        role="img"
        aria-label="An approval that waits for a person, with the measures listed below"
      >
        <g transform="scale(2.6)">
          <ElementSymbol
            spec={{ shape: 'task', bpmnType: 'bpmn:UserTask', approval: true, width: 100, height: 80 }}
            label="Review and approve invoice"
            state="waiting"
            selected
          />
        </g>
        <Dimensions />
      </svg>
      <dl className="mt-3 text-[.78125rem]">
        {FACTS.map(([term, text]) => (
          <div key={term} className="flex gap-3 border-t border-line py-1">
            <dt className="w-26 flex-none font-medium">{term}</dt>
            <dd className="text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
