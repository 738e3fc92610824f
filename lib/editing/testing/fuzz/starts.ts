import { boundsOf, newDocument, type ProcessDocument, processes } from '@/lib/document';
import { Edit } from '../../edit';
import { kindById } from '../../kinds';
import { reassignLanes } from '../../lanes';
import { addNode } from '../../operations/add-node';
import { addLane, divideLane } from '../../operations/lanes';
import { resize } from '../../operations/resize';
import { done, planeId, sample, withSubProcess } from '../diagrams';

/**
 * What fuzzing begins with, by name: documents of ours and models of others. Nodes are put into the lanes they lie in,
 * as a first edit would.
 */
export function starts(
  others: readonly [name: string, document: ProcessDocument][],
): [name: string, document: ProcessDocument][] {
  return [
    ['blank', newDocument({ name: 'Blank', processId: 'Process_blank' })],
    ['sample', sample().document],
    ['sub-process', withSubProcess(sample().document).document],
    ['pools and lanes', withLanes()],
    ...others.map(([name, document]): [string, ProcessDocument] => [name, inLanes(document)]),
  ];
}

function withLanes(): ProcessDocument {
  const { document } = sample();
  const plane = planeId(document);
  const pool = done(addNode(document, kindById('pool'), { plane, at: { x: 400, y: 200 } }));
  const first = pool.select[0] ?? '';
  const lanes = done(addLane(pool.document, first, 'below'));
  const third = done(addLane(lanes.document, first, 'below'));
  // Too flat to be divided as it is.
  const lane = lanes.select[0] ?? '';
  const bounds = boundsOf(third.document, lane) ?? { x: 0, y: 0, width: 0, height: 0 };
  const high = done(resize(third.document, lane, { ...bounds, height: 200 }));
  const nested = done(divideLane(high.document, lane, 2));
  const partner = done(addNode(nested.document, kindById('pool'), { plane, at: { x: 400, y: 900 } }));
  return done(addNode(partner.document, kindById('pool.black-box'), { plane, at: { x: 400, y: 1200 } }))
    .document;
}

function inLanes(document: ProcessDocument): ProcessDocument {
  const edit = new Edit(document);
  for (const process of processes(document)) reassignLanes(edit, process.id);
  return edit.document;
}
