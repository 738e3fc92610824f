import { importBpmn } from '@/lib/bpmn';
import { corporaMissing, corpusFile } from '@/lib/bpmn/corpora';
import { boundsOf, newDocument, type ProcessDocument, processes } from '@/lib/document';
import { Edit } from '../edit';
import { kindById } from '../kinds';
import { reassignLanes } from '../lanes';
import { addNode } from '../operations/add-node';
import { addLane, divideLane } from '../operations/lanes';
import { resize } from '../operations/resize';
import { done, planeId, sample, withSubProcess } from '../testing/diagrams';

/** Models of others with pools, lanes, sub-processes on planes of their own, data, groups and every event. */
const FILES: readonly [group: string, file: RegExp][] = [
  ['core/01-miwg', /^(A\.4\.1|B\.1\.0|B\.2\.0|C\.1\.0|C\.2\.0|C\.4\.0|C\.5\.0|C\.6\.0)\b/],
];

/** What fuzzing begins with, by name. Nodes are put into the lanes they lie in, as a first edit would. */
export function starts(files: (group: string) => string[]): [name: string, document: ProcessDocument][] {
  const own: [string, ProcessDocument][] = [
    ['blank', newDocument({ name: 'Blank', processId: 'Process_blank' })],
    ['sample', sample().document],
    ['sub-process', withSubProcess(sample().document).document],
    ['pools and lanes', withLanes()],
  ];
  if (corporaMissing) return own;
  const others = FILES.flatMap(([group, wanted]) =>
    files(group)
      .filter((file) => wanted.test(file.split('/').at(-1) ?? ''))
      .flatMap((file): [string, ProcessDocument][] => {
        const read = importBpmn(corpusFile(group, file));
        return read.ok ? [[file, inLanes(read.document)]] : [];
      }),
  );
  return [...own, ...others];
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
