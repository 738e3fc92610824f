import { TASK_RADIUS } from '../geometry';
import { FootMarkers, footMarkers } from '../markers/activity';
import { Sparkle, Stamp } from '../markers/ai-approval';
import { EventTriggerMarker } from '../markers/event-trigger';
import { Gears } from '../markers/gear';
import { TaskTypeMarker } from '../markers/task-type';
import { AI, type BodyPaint, INK, SURFACE } from '../paint';
import type { SymbolSpec } from '../types';

interface ShapeProps {
  spec: SymbolSpec;
  paint: BodyPaint;
  /** Thumbnails: the type marker large in the middle instead of small in the corner. */
  compact?: boolean;
}

interface BodyProps {
  spec: SymbolSpec;
  paint: BodyPaint;
  stroke: number;
  dash?: string;
  inset?: number;
}

function Body({ spec, paint, stroke, dash, inset = 0 }: BodyProps) {
  return (
    <rect
      className="bp-shape"
      x={inset}
      y={inset}
      width={spec.width - 2 * inset}
      height={spec.height - 2 * inset}
      rx={TASK_RADIUS - inset * 0.8}
      fill={inset > 0 ? 'none' : paint.fill}
      stroke={paint.stroke}
      strokeWidth={paint.width ?? stroke}
      strokeDasharray={paint.dash ?? dash}
      strokeLinecap={dash ? 'round' : undefined}
    />
  );
}

/** Sparkle and “AI” top left, the gears that say “service task” top right. */
function AiMarker({ width }: { width: number }) {
  return (
    <>
      <g transform="translate(5.5 5.5) scale(1.08)">
        <Sparkle />
      </g>
      <text x={25} y={18.2} fill={AI} fontSize={11} fontWeight={600} fontFamily="var(--font-sans)">
        AI
      </text>
      <g transform={`translate(${width - 17.5} 15.5) scale(.8)`} opacity={0.85}>
        <Gears />
      </g>
    </>
  );
}

function CompactMarker({ spec }: { spec: SymbolSpec }) {
  const at = `translate(${spec.width / 2} ${spec.height / 2}) scale(1.9)`;
  if (spec.ai || spec.approval) {
    return <g transform={`${at} translate(-8 -8)`}>{spec.ai ? <Sparkle /> : <Stamp thin={1} />}</g>;
  }
  return (
    <g transform={at}>
      <TaskTypeMarker bpmnType={spec.calledType ?? spec.bpmnType} />
    </g>
  );
}

function TypeMarker({ spec }: { spec: SymbolSpec }) {
  if (spec.ai) return <AiMarker width={spec.width} />;
  return (
    <g transform="translate(15.5 15)">
      <TaskTypeMarker
        bpmnType={spec.calledType ?? spec.bpmnType}
        instantiate={spec.markers?.includes('instantiate')}
      />
    </g>
  );
}

export function TaskShape({ spec, paint, compact }: ShapeProps) {
  const foot = footMarkers({ markers: spec.markers, approval: spec.approval && !compact });
  return (
    <>
      <Body spec={spec} paint={paint} stroke={2} />
      {compact ? <CompactMarker spec={spec} /> : <TypeMarker spec={spec} />}
      <FootMarkers markers={foot} x={spec.width / 2} bottom={spec.height} />
    </>
  );
}

/**
 * Thick border. Calling a process it has a plus, calling a global task that task's marker (BPMN 2.0.2, 10.3, Call
 * Activity).
 */
export function CallActivityShape({ spec, paint, compact }: ShapeProps) {
  const callsTask = spec.calledType !== undefined;
  const foot = footMarkers({ markers: spec.markers, collapsed: !callsTask && !spec.expanded });
  return (
    <>
      <Body spec={spec} paint={paint} stroke={5} />
      {callsTask && (compact ? <CompactMarker spec={spec} /> : <TypeMarker spec={spec} />)}
      <FootMarkers markers={foot} x={spec.width / 2} bottom={spec.height - 1.5} />
    </>
  );
}

/** The start event of a collapsed event sub-process, small in its corner. */
function CornerTrigger({ spec }: { spec: SymbolSpec }) {
  return (
    <g transform="translate(16 16)">
      <circle
        r={9}
        fill={SURFACE}
        stroke={INK}
        strokeWidth={1.15}
        strokeDasharray={spec.interrupting === false ? '3 1.7' : undefined}
      />
      <g transform="scale(.55)">
        <EventTriggerMarker trigger={spec.trigger ?? 'none'} thrown={false} />
      </g>
    </g>
  );
}

export function SubProcessShape({ spec, paint, compact }: ShapeProps) {
  const transaction = spec.bpmnType === 'bpmn:Transaction';
  const markers =
    spec.bpmnType === 'bpmn:AdHocSubProcess' ? [...(spec.markers ?? []), 'adHoc' as const] : spec.markers;
  const foot = footMarkers({ markers, collapsed: !spec.expanded });
  const dotted = spec.triggeredByEvent ? '1.500 4.500' : undefined;
  return (
    <>
      <Body spec={spec} paint={paint} stroke={transaction ? 1.5 : 2} dash={dotted} />
      {transaction && <Body spec={spec} paint={paint} stroke={1.5} inset={3} />}
      {spec.ai && !compact && <AiMarker width={spec.width} />}
      {spec.triggeredByEvent && !spec.expanded && !spec.ai && <CornerTrigger spec={spec} />}
      <FootMarkers markers={foot} x={spec.width / 2} bottom={spec.height - (transaction ? 2 : 0)} />
    </>
  );
}
