import { memo, type ReactNode } from 'react';
import { isDark } from '@/lib/document/colours';
import { DiffBadge, StateBadge } from './badge';
import { BADGE_CORNER, badgePosition, DIFF_TOKEN, type RingedState, STATE_TOKEN } from './geometry';
import { Label } from './label';
import { labelLayout } from './label-layout';
import { isGround } from './layers';
import { type BodyPaint, groundFill, INK, PLAIN } from './paint';
import { DiffHalo, SelectionOutline, StateRing } from './ring';
import { CallActivityShape, SubProcessShape, TaskShape } from './shapes/activity';
import { AnnotationShape, GroupShape, OtherShape } from './shapes/artifact';
import { DataObjectShape, DataStoreShape } from './shapes/data';
import { EventShape } from './shapes/event';
import { GatewayShape } from './shapes/gateway';
import { LaneShape, PoolShape } from './shapes/pool';
import type { Bounds, DiffMark, ElementState, SymbolSpec, WaitReason } from './types';

export interface ElementSymbolProps {
  spec: SymbolSpec;
  state?: ElementState;
  waitReason?: WaitReason;
  count?: number;
  diff?: DiffMark;
  selected?: boolean;
  /** `inside` leaves out labels beside the shape, `none` all of them. Default `all`. */
  labels?: 'all' | 'inside' | 'none';
  /** Overrides `spec.label`. */
  label?: string;
  /** Where the label beside the shape stands, relative to the shape's top left. */
  labelBounds?: Bounds;
  /** Thumbnails: large type marker, no label. */
  compact?: boolean;
  /** A proposal that nobody has accepted yet: dashed. */
  ghost?: boolean;
}

function bodyPaint({ spec, state, diff, ghost }: ElementSymbolProps): BodyPaint {
  if (diff === 'removed') return { fill: 'none', stroke: 'var(--incident)', dash: '6 4', width: 1.8 };
  if (diff && diff !== 'moved') return { fill: `var(--${DIFF_TOKEN[diff]}-bg)`, stroke: INK };
  if (ghost) return { ...PLAIN, dash: '5 3.500', width: 1.6 };
  const ringed = ringedState(state);
  const { fill, stroke } = spec.colours ?? {};
  if (!ringed && (fill || stroke))
    return { ...givenFill(spec, fill), stroke: stroke ?? (fill ? OUTER_INK : INK) };
  return ringed ? { fill: `var(--${STATE_TOKEN[ringed]}-bg)`, stroke: INK } : PLAIN;
}

/** The page's ink also where what stands inside is drawn as on another theme: `color` is resolved outside. */
const OUTER_INK = 'currentColor';
const OUTER = { color: INK };

function givenFill(spec: SymbolSpec, fill: string | undefined): { fill: string } {
  if (!fill) return { fill: PLAIN.fill };
  return { fill: isGround(spec) ? groundFill(fill) : fill };
}

/**
 * Markers and names on a ground of the file's own colour are drawn as on a light or a dark theme, whichever
 * can be read on it.
 */
function ground({ spec, state, diff }: ElementSymbolProps): 'light' | 'dark' | undefined {
  const fill = spec.colours?.fill;
  if (!fill || diff || ringedState(state)) return undefined;
  if (isDark(fill)) return 'dark';
  return isGround(spec) ? undefined : 'light';
}

/** The states that have a ring; “not reached” is a faint shape without one. */
export function ringedState(state: ElementState | undefined): RingedState | undefined {
  return state === 'notReached' ? undefined : state;
}

function shape(spec: SymbolSpec, paint: BodyPaint, compact: boolean | undefined): ReactNode {
  switch (spec.shape) {
    case 'task':
      return <TaskShape spec={spec} paint={paint} compact={compact} />;
    case 'callActivity':
      return <CallActivityShape spec={spec} paint={paint} compact={compact} />;
    case 'subprocess':
      return <SubProcessShape spec={spec} paint={paint} compact={compact} />;
    case 'event':
      return <EventShape spec={spec} paint={paint} />;
    case 'gateway':
      return <GatewayShape spec={spec} paint={paint} />;
    case 'dataObject':
      return <DataObjectShape spec={spec} paint={paint} />;
    case 'dataStore':
      return <DataStoreShape spec={spec} paint={paint} />;
    case 'annotation':
      return <AnnotationShape spec={spec} paint={paint} />;
    case 'group':
      return <GroupShape spec={spec} />;
    case 'pool':
      return <PoolShape spec={spec} paint={paint} />;
    case 'lane':
      return <LaneShape spec={spec} paint={paint} />;
    case 'other':
      return <OtherShape spec={spec} paint={paint} />;
  }
}

function Marks(props: ElementSymbolProps) {
  const { spec, diff } = props;
  const state = ringedState(props.state);
  const corner = badgePosition(spec, diff ? 'topRight' : state ? BADGE_CORNER[state] : 'topRight');
  return (
    <g transform={`translate(${corner.x} ${corner.y})`}>
      {diff ? (
        <DiffBadge mark={diff} />
      ) : (
        state && <StateBadge state={state} waitReason={props.waitReason} count={props.count} />
      )}
    </g>
  );
}

/**
 * One BPMN element as SVG, its top left at the origin of the surrounding `svg` or `g`. Ring, badge and labels may
 * reach outside of its bounds, so a surrounding `svg` of the same size needs `overflow: visible`.
 */
export const ElementSymbol = memo(function ElementSymbol(props: ElementSymbolProps) {
  const { spec, diff, labels = 'all', compact } = props;
  const state = ringedState(props.state);
  const faint = props.state === 'notReached';
  const text = compact || labels === 'none' ? undefined : (props.label ?? spec.label);
  const layout = labelLayout(spec, text, props.labelBounds);
  const colorScheme = ground(props);
  const style = colorScheme && { colorScheme };
  return (
    <g className="bp-node" data-shape={spec.shape} style={style && OUTER}>
      {props.selected && <SelectionOutline spec={spec} hasRing={state !== undefined} />}
      {diff && diff !== 'removed' && <DiffHalo spec={spec} token={DIFF_TOKEN[diff]} />}
      {!diff && state && <StateRing spec={spec} state={state} />}
      <g className="bp-g" opacity={faint ? 0.4 : undefined} style={style}>
        {shape(spec, bodyPaint(props), compact)}
      </g>
      {layout && !(layout.outside && labels === 'inside') && (
        <g style={layout.outside ? undefined : style}>
          <Label layout={layout} faint={faint || diff === 'removed'} colour={spec.colours?.label} />
        </g>
      )}
      {(diff || state) && <Marks {...props} />}
    </g>
  );
});
