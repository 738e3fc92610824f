import 'server-only';
import { claimTask, commentTask, delegateTask, releaseTask } from '@/lib/tasks/act';
import { completeTask } from '@/lib/tasks/complete';
import { countTasks } from '@/lib/tasks/count';
import { listDelegates } from '@/lib/tasks/delegates';
import { taskDiagram } from '@/lib/tasks/diagram';
import { getTask, listTasks } from '@/lib/tasks/queries';
import { beginSignature, signTask } from '@/lib/tasks/sign';
import type { Operation } from './operation';

/** What people decide. */
export const tasks = [
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
    path: '/tasks/{taskId}/signature',
    useCase: signTask,
    summary: 'Sign a decision with one’s password, or with a confirmation of the identity provider',
    tag: 'Tasks',
    answers: '{signature, expiresAt}: to be sent with the decision',
    refusals: [404, 422, 429],
  },
  {
    method: 'post',
    path: '/tasks/{taskId}/signature/provider',
    useCase: beginSignature,
    summary:
      'Where somebody without a password signs in once more to sign a decision; for sessions, not for tokens',
    tag: 'Tasks',
    answers:
      '{confirmation, url}: the url is opened in the browser, the confirmation is sent to …/signature afterwards',
    refusals: [404, 409, 422, 429],
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
