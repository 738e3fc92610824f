import 'server-only';
import { deleteScenario } from '@/lib/scenarios/delete';
import { listScenarios } from '@/lib/scenarios/list';
import { saveScenario } from '@/lib/scenarios/save';
import type { Operation } from './operation';

/** Tests of drafts. */
export const scenarios = [
  {
    method: 'get',
    path: '/processes/{processId}/scenarios',
    useCase: listScenarios,
    summary: 'Scenarios of a process',
    tag: 'Processes',
    answers: '{items[]: {scenarioId, updatedAt, updatedBy, content}}',
    refusals: [404],
  },
  {
    method: 'put',
    path: '/processes/{processId}/scenarios/{scenarioId}',
    useCase: saveScenario,
    summary: 'Create or replace a scenario',
    tag: 'Processes',
    answers: '{scenarioId, updatedAt, updatedBy, content}',
    refusals: [404, 409, 413],
  },
  {
    method: 'delete',
    path: '/processes/{processId}/scenarios/{scenarioId}',
    useCase: deleteScenario,
    summary: 'Delete a scenario',
    tag: 'Processes',
    body: 'none',
    answers: '{scenarioId}',
    refusals: [404],
  },
] as const satisfies readonly Operation[];
