import { boundsOf, type ElementId, get, type ProcessDocument } from '@/lib/document';
import {
  addLane,
  divideLane,
  type EditResult,
  isBlackBox,
  lossesOfBlackBox,
  toBlackBox,
  toOpenPool,
} from '@/lib/editing';

export type LaneToolId = 'above' | 'below' | 'two' | 'three' | 'blackBox' | 'open';

/** A tool of a pool or lane: its name, and what it does. */
export interface LaneTool {
  id: LaneToolId;
  label: string;
  run: (document: ProcessDocument) => EditResult;
}

/**
 * What can be done with a pool or lane; none for other elements. Upright pools have lanes left and right. What a
 * black box would lose is in its label.
 */
export function laneTools(document: ProcessDocument, id: ElementId): LaneTool[] {
  const type = get(document, id)?.type;
  const pool = type === 'bpmn:Participant';
  if (!pool && type !== 'bpmn:Lane') return [];
  if (isBlackBox(document, id))
    return [{ id: 'open', label: 'Show its process', run: (now) => toOpenPool(now, id) }];
  const b = boundsOf(document, id);
  const upright = b !== undefined && b.height > b.width;
  const lanes: LaneTool[] = [
    {
      id: 'above',
      label: upright ? 'Add a lane left' : 'Add a lane above',
      run: (now) => addLane(now, id, 'above'),
    },
    {
      id: 'below',
      label: upright ? 'Add a lane right' : 'Add a lane below',
      run: (now) => addLane(now, id, 'below'),
    },
    { id: 'two', label: 'Divide into two lanes', run: (now) => divideLane(now, id, 2) },
    { id: 'three', label: 'Divide into three lanes', run: (now) => divideLane(now, id, 3) },
  ];
  if (!pool) return lanes;
  const losses = lossesOfBlackBox(document, id);
  const loses = losses.length > 0 ? `; loses: ${losses.join(', ').toLowerCase()}` : '';
  return [...lanes, { id: 'blackBox', label: `Hide its process${loses}`, run: (now) => toBlackBox(now, id) }];
}
