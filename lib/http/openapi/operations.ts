import 'server-only';
import type { ZodType } from 'zod';
import { getAuditEvent } from '@/lib/audit/event';
import { auditFacets, listAudit } from '@/lib/audit/queries';
import { verifyAudit } from '@/lib/audit/verify';
import { cancelInstance, retryIncident, setVariables } from '@/lib/instances/operate';
import { getInstance, instanceEvents, instanceStateAt, listInstances } from '@/lib/instances/queries';
import { startInstance } from '@/lib/instances/start';
import { watchInstance } from '@/lib/instances/watch';
import { createProcess } from '@/lib/processes/create';
import { publish } from '@/lib/processes/publish';
import {
  exportDraft,
  exportVersion,
  getDraft,
  getProcess,
  listProcesses,
  listVersions,
} from '@/lib/processes/queries';
import { restoreVersion } from '@/lib/processes/restore';
import { reinstateProcess, retireProcess } from '@/lib/processes/retire';
import { saveDraft } from '@/lib/processes/save-draft';
import { createPerson, listPeople, updatePerson } from '@/lib/settings/people';
import { createToken, listTokens, revokeToken } from '@/lib/settings/tokens';
import { claimTask, commentTask, delegateTask, releaseTask } from '@/lib/tasks/act';
import { completeTask } from '@/lib/tasks/complete';
import { countTasks } from '@/lib/tasks/count';
import { listDelegates } from '@/lib/tasks/delegates';
import { taskDiagram } from '@/lib/tasks/diagram';
import { getTask, listTasks } from '@/lib/tasks/queries';
import { activateWork, completeWork, extendWork, failWork, throwFromWork } from '@/lib/work/use-cases';
import { connections } from './connections';

/** One documented call: its place, the use case behind it, and what it answers in words. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`; `{name}` is a property of the use case's input. */
  path: string;
  useCase: { meta: { name: string; schema: ZodType } };
  summary: string;
  tag: 'Processes' | 'Instances' | 'Tasks' | 'Work' | 'Audit' | 'Settings';
  /** Status of success. */
  status?: 201;
  answers: string;
  /** When the body isn't the rest of the input as JSON. */
  body?: 'process' | 'none';
  mediaType?: string;
  /** Statuses beside 400, 401 and 403 that a caller should expect. */
  refusals?: readonly (404 | 409 | 413 | 415 | 422 | 429)[];
}

const processes = [
  {
    method: 'post',
    path: '/processes',
    useCase: createProcess,
    summary: 'Import a process',
    tag: 'Processes',
    status: 201,
    body: 'process',
    answers: '{processId, key, name, draftRevision, modelId, items[], problems[]}',
    refusals: [413, 415, 422],
  },
  {
    method: 'get',
    path: '/processes',
    useCase: listProcesses,
    summary: 'List processes',
    tag: 'Processes',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'get',
    path: '/processes/{processId}',
    useCase: getProcess,
    summary: 'One process',
    tag: 'Processes',
    answers: 'The process',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/processes/{processId}/draft',
    useCase: getDraft,
    summary: 'The draft as a document',
    tag: 'Processes',
    answers: '{document, draftRevision, problems[]}',
    refusals: [404],
  },
  {
    method: 'put',
    path: '/processes/{processId}/draft',
    useCase: saveDraft,
    summary: 'Replace the draft (If-Match: "revision")',
    tag: 'Processes',
    body: 'process',
    answers: '{draftRevision, problems[]}',
    refusals: [404, 409, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/processes/{processId}/draft.bpmn',
    useCase: exportDraft,
    summary: 'The draft as BPMN 2.0 XML',
    tag: 'Processes',
    mediaType: 'application/xml',
    answers: 'BPMN 2.0 XML',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/processes/{processId}/versions',
    useCase: listVersions,
    summary: 'Published versions, newest first',
    tag: 'Processes',
    answers: '{items[], nextCursor}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/processes/{processId}/versions/{version}.bpmn',
    useCase: exportVersion,
    summary: 'A version as BPMN 2.0 XML',
    tag: 'Processes',
    mediaType: 'application/xml',
    answers: 'BPMN 2.0 XML',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/processes/{processId}/publish',
    useCase: publish,
    summary: 'Publish the draft as the next version',
    tag: 'Processes',
    status: 201,
    answers: '{version, checksum, problems[]}',
    refusals: [404, 409, 422],
  },
  {
    method: 'post',
    path: '/processes/{processId}/restore',
    useCase: restoreVersion,
    summary: 'Put a version into the draft',
    tag: 'Processes',
    answers: '{draftRevision, problems[]}',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/processes/{processId}/retire',
    useCase: retireProcess,
    summary: 'No new instances',
    tag: 'Processes',
    answers: '{processId, retired}',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/processes/{processId}/reinstate',
    useCase: reinstateProcess,
    summary: 'Take a retirement back',
    tag: 'Processes',
    answers: '{processId, retired}',
    refusals: [404],
  },
] as const satisfies readonly Operation[];

const instances = [
  {
    method: 'post',
    path: '/processes/{processId}/instances',
    useCase: startInstance,
    summary: 'Start an instance (?wait=5s)',
    tag: 'Instances',
    status: 201,
    answers: '{instanceId, status}',
    refusals: [404, 409, 413, 422, 429],
  },
  {
    method: 'get',
    path: '/instances',
    useCase: listInstances,
    summary: 'List instances, newest first',
    tag: 'Instances',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'get',
    path: '/instances/{instanceId}',
    useCase: getInstance,
    summary: 'State, activities, waits, incidents',
    tag: 'Instances',
    answers: 'The instance',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/instances/{instanceId}/events',
    useCase: instanceEvents,
    summary: 'Events after a sequence number',
    tag: 'Instances',
    answers: '{items[], nextCursor}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/instances/{instanceId}/stream',
    useCase: watchInstance,
    summary: 'The same, live',
    tag: 'Instances',
    mediaType: 'text/event-stream',
    answers: 'Server-Sent Events, id = seq',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/instances/{instanceId}/state',
    useCase: instanceStateAt,
    summary: 'The state as of an event',
    tag: 'Instances',
    answers: 'The state',
    refusals: [404, 422],
  },
  {
    method: 'post',
    path: '/instances/{instanceId}/cancel',
    useCase: cancelInstance,
    summary: 'Cancel',
    tag: 'Instances',
    answers: '{instanceId, status}',
    refusals: [404, 409],
  },
  {
    method: 'post',
    path: '/instances/{instanceId}/variables',
    useCase: setVariables,
    summary: 'Change variables',
    tag: 'Instances',
    answers: '{instanceId, variables}',
    refusals: [404, 409, 413],
  },
  {
    method: 'post',
    path: '/incidents/{incidentId}/retry',
    useCase: retryIncident,
    summary: 'Retry a parked step',
    tag: 'Instances',
    answers: '{instanceId, status}',
    refusals: [404, 409],
  },
] as const satisfies readonly Operation[];

const tasks = [
  {
    method: 'get',
    path: '/tasks',
    useCase: listTasks,
    summary: 'Tasks one may see',
    tag: 'Tasks',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'get',
    path: '/tasks/counts',
    useCase: countTasks,
    summary: 'Open tasks in each view of the inbox',
    tag: 'Tasks',
    answers: '{mine, groups, due, overdue}',
  },
  {
    method: 'get',
    path: '/tasks/{taskId}/diagram',
    useCase: taskDiagram,
    summary: 'The drawing around the task, with what has happened so far',
    tag: 'Tasks',
    answers: '{elementId, view}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/tasks/{taskId}/delegates',
    useCase: listDelegates,
    summary: 'People the task can be handed to',
    tag: 'Tasks',
    answers: '{items: [{id, name}]}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/tasks/{taskId}',
    useCase: getTask,
    summary: 'What is shown, its digest, permitted outcomes',
    tag: 'Tasks',
    answers: 'The task',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/tasks/{taskId}/claim',
    useCase: claimTask,
    summary: 'Claim',
    tag: 'Tasks',
    answers: '{taskId, state, assignee}',
    refusals: [404, 409],
  },
  {
    method: 'post',
    path: '/tasks/{taskId}/release',
    useCase: releaseTask,
    summary: 'Release',
    tag: 'Tasks',
    answers: '{taskId, state, assignee}',
    refusals: [404, 409],
  },
  {
    method: 'post',
    path: '/tasks/{taskId}/delegate',
    useCase: delegateTask,
    summary: 'Delegate',
    tag: 'Tasks',
    answers: '{taskId, state, assignee}',
    refusals: [404, 409, 422],
  },
  {
    method: 'post',
    path: '/tasks/{taskId}/comments',
    useCase: commentTask,
    summary: 'Comment',
    tag: 'Tasks',
    answers: '{taskId, state, assignee}',
    refusals: [404, 409],
  },
  {
    method: 'post',
    path: '/tasks/{taskId}/complete',
    useCase: completeTask,
    summary: 'Decide or complete',
    tag: 'Tasks',
    answers: '{taskId, instanceId, outcome, contentDigest, instanceStatus}',
    refusals: [404, 409, 422],
  },
] as const satisfies readonly Operation[];

const work = [
  {
    method: 'post',
    path: '/work/activate',
    useCase: activateWork,
    summary: 'Lease work of one type',
    tag: 'Work',
    answers: '{items: [{workId, lease, type, instanceId, elementId, variables, headers, attempt}]}',
  },
  {
    method: 'post',
    path: '/work/{workId}/complete',
    useCase: completeWork,
    summary: 'Work done',
    tag: 'Work',
    answers: '{workId, instanceId, instanceStatus}',
    refusals: [404, 409, 413],
  },
  {
    method: 'post',
    path: '/work/{workId}/fail',
    useCase: failWork,
    summary: 'Attempt failed',
    tag: 'Work',
    answers: '{workId, instanceId, instanceStatus}',
    refusals: [404, 409],
  },
  {
    method: 'post',
    path: '/work/{workId}/throw',
    useCase: throwFromWork,
    summary: 'Ended with a BPMN error',
    tag: 'Work',
    answers: '{workId, instanceId, instanceStatus}',
    refusals: [404, 409, 413],
  },
  {
    method: 'post',
    path: '/work/{workId}/extend',
    useCase: extendWork,
    summary: 'Prolong a lease',
    tag: 'Work',
    answers: '{workId, leaseUntil}',
    refusals: [404, 409],
  },
] as const satisfies readonly Operation[];

const rest = [
  {
    method: 'get',
    path: '/audit',
    useCase: listAudit,
    summary: 'Events, newest first',
    tag: 'Audit',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'get',
    path: '/audit/facets',
    useCase: auditFacets,
    summary: 'Actors, types and processes that occur',
    tag: 'Audit',
    answers: '{actors[], types[], processes[]}',
  },
  {
    method: 'get',
    path: '/audit/events/{eventId}',
    useCase: getAuditEvent,
    summary: 'One event with content and hashes',
    tag: 'Audit',
    answers: 'The event',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/audit/verify',
    useCase: verifyAudit,
    summary: 'Recompute every chain',
    tag: 'Audit',
    body: 'none',
    answers: '{rows, events, broken[], statement}',
  },
  {
    method: 'get',
    path: '/people',
    useCase: listPeople,
    summary: 'People',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'post',
    path: '/people',
    useCase: createPerson,
    summary: 'Add a person',
    tag: 'Settings',
    status: 201,
    answers: '{personId}',
    refusals: [409, 422],
  },
  {
    method: 'patch',
    path: '/people/{personId}',
    useCase: updatePerson,
    summary: 'Change roles, groups, access',
    tag: 'Settings',
    answers: '{personId}',
    refusals: [404, 409],
  },
  {
    method: 'get',
    path: '/tokens',
    useCase: listTokens,
    summary: 'Tokens',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'post',
    path: '/tokens',
    useCase: createToken,
    summary: 'Create a token; it is shown once',
    tag: 'Settings',
    status: 201,
    answers: '{tokenId, token, expiresAt}',
    refusals: [409],
  },
  {
    method: 'delete',
    path: '/tokens/{tokenId}',
    useCase: revokeToken,
    summary: 'Revoke a token',
    tag: 'Settings',
    body: 'none',
    answers: '{tokenId}',
    refusals: [404],
  },
] as const satisfies readonly Operation[];

/** Every documented call; a test compares it with the routes that exist. */
export const operations: readonly Operation[] = [
  ...processes,
  ...instances,
  ...tasks,
  ...work,
  ...rest,
  ...connections,
];
