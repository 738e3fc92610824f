import 'server-only';
import { exportDecisions, listDecisions, listDecisionVersions } from '@/lib/decisions/queries';
import { storeDecisions } from '@/lib/decisions/store';
import type { Operation } from './operation';

/** DMN files and their versions. */
export const decisions = [
  {
    method: 'post',
    path: '/decisions',
    useCase: storeDecisions,
    summary: 'Store a DMN file as the next version',
    tag: 'Decisions',
    status: 201,
    body: 'decisions',
    answers: '{key, version, name, checksum, decisions[{decisionId, name, bounded}]}',
    refusals: [413, 415, 422],
  },
  {
    method: 'get',
    path: '/decisions',
    useCase: listDecisions,
    summary: 'List the stored DMN files',
    tag: 'Decisions',
    answers:
      '{items[{key, version, name, decisions[{decisionId, name, usedBy[]}], checksum, storedAt}], nextCursor}',
  },
  {
    method: 'get',
    path: '/decisions/{key}/versions',
    useCase: listDecisionVersions,
    summary: 'List the versions of a DMN file',
    tag: 'Decisions',
    answers: '{items[{version, checksum, storedAt, storedByName}], nextCursor}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/decisions/{key}/versions/{version}',
    useCase: exportDecisions,
    summary: 'A stored DMN file',
    tag: 'Decisions',
    mediaType: 'application/xml',
    answers: 'DMN XML',
    refusals: [404],
  },
] as const satisfies readonly Operation[];
