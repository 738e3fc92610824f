import type { Model } from './model';
import { one } from './one';
import { chain, definitions, end, flow, gateway, process, script, start, step, tag } from './xml';

/** An input or output of a step that is the data object D. */
function io(kind: 'dataInput' | 'dataOutput', id: string): string {
  const [source, target] = kind === 'dataInput' ? ['D', id] : [id, 'D'];
  const set = kind === 'dataInput' ? 'inputSet' : 'outputSet';
  const specification = tag(
    'ioSpecification',
    { id: `${id}s` },
    tag(kind, { id, name: `my_${id}` }),
    tag(set, { id: `${id}t` }),
  );
  const ends = `<bpmn:sourceRef>${source}</bpmn:sourceRef><bpmn:targetRef>${target}</bpmn:targetRef>`;
  return specification + tag(`${kind}Association`, { id: `${id}a` }, ends);
}

/** Data that steps share, steps at the same time, and what is drawn around them. */
export const DATA: readonly Model[] = [
  {
    name: 'DataObject_ReadWrite',
    xml: one(
      tag('dataObject', { id: 'data', name: 'data' }),
      start('P0') + script('A', 'SET_STRING_DATA') + script('B', 'LOG_DATA') + chain('P0', 'A', 'B'),
    ),
    trace: 'DATA_correct',
  },
  {
    name: 'DataObject_ByAssociations',
    xml: one(
      tag('dataObject', { id: 'D', name: 'order' }),
      start('P0'),
      script('A', 'SET_STRING_DATA', {}, io('dataOutput', 'O')),
      script('B', 'LOG_DATA', {}, io('dataInput', 'I')),
      chain('P0', 'A', 'B'),
    ),
    trace: 'DATA_correct',
  },
  {
    name: 'ReadsDataThatNobodyWrote',
    xml: one(start('P0') + script('B', 'LOG_DATA') + chain('P0', 'B')),
    trace: '',
  },
  {
    name: 'Timestamps_Parallel',
    xml: one(
      start('P0') + gateway('parallel', 'G') + flow('P0', 'G'),
      script('A', 'CREATE_TIMESTAMP_LOG_1') + flow('G', 'A'),
      script('B', 'CREATE_TIMESTAMP_LOG_2') + flow('G', 'B'),
    ),
    trace: 'EXECUTION_parallel',
  },
  {
    name: 'Timestamps_Sequential',
    xml: one(
      start('P0') + script('A', 'CREATE_TIMESTAMP_LOG_1') + script('B', 'CREATE_TIMESTAMP_LOG_2'),
      chain('P0', 'A', 'B'),
    ),
    trace: '',
  },
  {
    name: 'Property_ReadWrite',
    xml: one(
      tag('property', { id: 'data', name: 'data' }),
      start('P0') + script('A', 'SET_STRING_DATA') + script('B', 'LOG_DATA') + chain('P0', 'A', 'B'),
    ),
    trace: 'DATA_correct',
  },
  {
    name: 'Lanes',
    xml: one(
      tag('laneSet', { id: 'L' }, tag('lane', { id: 'L1' }, '<bpmn:flowNodeRef>A</bpmn:flowNodeRef>')),
      start('P0') + step('A') + end('P9') + chain('P0', 'A', 'P9'),
    ),
    trace: 'A',
  },
  {
    name: 'Participant',
    xml: definitions(
      tag('collaboration', { id: 'K' }, tag('participant', { id: 'Pool', processRef: 'P' })),
      process('P', start('P0') + step('A') + end('P9') + chain('P0', 'A', 'P9')),
    ),
    trace: 'A',
  },
];
