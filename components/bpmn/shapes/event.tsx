import { EventTriggerMarker } from '../markers/event-trigger';
import type { BodyPaint } from '../paint';
import type { SymbolSpec } from '../types';

const RADIUS = 18;
/** Dashes that close evenly: 12 on the circles of radius 18 and 17.25, 12 on the inner one. */
const DASH = { start: '6 3.42', outer: '6 3.03', inner: '4.8 2.53' } as const;

function Rings({ spec, paint }: { spec: SymbolSpec; paint: BodyPaint }) {
  const position = spec.position ?? 'start';
  const dashed = spec.interrupting === false;
  if (position === 'start' || position === 'end') {
    return (
      <circle
        className="bp-shape"
        r={RADIUS}
        fill={paint.fill}
        stroke={paint.stroke}
        strokeWidth={paint.width ?? (position === 'end' ? 4 : 2)}
        strokeDasharray={paint.dash ?? (dashed ? DASH.start : undefined)}
      />
    );
  }
  return (
    <g stroke={paint.stroke} strokeWidth={1.5}>
      <circle
        className="bp-shape"
        r={17.25}
        fill={paint.fill}
        strokeDasharray={paint.dash ?? (dashed ? DASH.outer : undefined)}
      />
      <circle
        className="bp-inner"
        r={14}
        fill="none"
        strokeDasharray={paint.dash ?? (dashed ? DASH.inner : undefined)}
      />
    </g>
  );
}

/** One ring for start (2) and end (4), two of 1.5 for intermediate and boundary; dashed when not interrupting. */
export function EventShape({ spec, paint }: { spec: SymbolSpec; paint: BodyPaint }) {
  const scale = Math.min(spec.width, spec.height) / (2 * RADIUS);
  const thrown = spec.position === 'throw' || spec.position === 'end';
  const small = spec.position === 'catch' || spec.position === 'throw' || spec.position === 'boundary';
  const trigger = spec.trigger ?? 'none';
  // Everything but clock and envelope is drawn for the single ring and would touch the inner one.
  const fits = trigger === 'message' || trigger === 'timer' || !small;
  return (
    <g transform={`translate(${spec.width / 2} ${spec.height / 2})${scale === 1 ? '' : ` scale(${scale})`}`}>
      <Rings spec={spec} paint={paint} />
      <g transform={fits ? undefined : 'scale(.88)'}>
        <EventTriggerMarker trigger={trigger} thrown={thrown} />
      </g>
    </g>
  );
}
