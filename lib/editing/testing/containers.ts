import { boundsOf, get, type ProcessDocument, ref } from '@/lib/document';
import * as editing from '..';
import { done, planeId, sample, withSubProcess } from './diagrams';

// The sample with what can hold something: a pool, its lanes, a partner, a sub-process, a group, data.
export const kind = editing.kindById;
export const { document, ids } = sample();
export const plane = planeId(document);
export const pooled = done(editing.addNode(document, kind('pool'), { plane, at: { x: 400, y: 200 } }));
export const pool = pooled.select[0] ?? '';
export const laned = done(editing.addLane(pooled.document, pool, 'below'));
export const [upper, lower] = editing
  .lanesIn(laned.document, ref(get(laned.document, pool), 'processRef') ?? '')
  .map((lane) => lane.id) as [string, string];
export const partnered = done(
  editing.addNode(laned.document, kind('pool.black-box'), { plane, at: { x: 400, y: 900 } }),
);
export const partner = partnered.select[0] ?? '';
export const messaged = done(editing.connect(partnered.document, ids.task, partner));
export const sub = withSubProcess(document);
export const grouped = done(editing.addNode(document, kind('group'), { plane, at: { x: 400, y: 200 } }));
export const group = grouped.select[0] ?? '';
export const data = done(editing.addNode(document, kind('data-object'), { plane, at: { x: 320, y: 320 } }));
export const dataId = data.select[0] ?? '';
export const reading = done(editing.connect(data.document, dataId, ids.task));
export const high = (d: ProcessDocument, id: string) => boundsOf(d, id)?.height ?? 0;
export const taller = done(
  editing.resize(laned.document, upper, {
    ...(boundsOf(laned.document, upper) as editing.Bounds),
    height: 200,
  }),
).document;
