import 'server-only';
import { cancelInstance, retryIncident, setVariables } from '@/lib/instances/operate';
import { getInstance, instanceEvents, instanceStateAt, listInstances } from '@/lib/instances/queries';
import { startInstance } from '@/lib/instances/start';
import { watchInstance } from '@/lib/instances/watch';
import type { Operation } from './operation';

/** Running processes. */
export const instances = [
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
