import 'server-only';
import { approveRequest, rejectRequest, withdrawRequest } from '@/lib/processes/decide-request';
import { getRequest, listRequests } from '@/lib/processes/request-queries';
import { setPublishPolicy } from '@/lib/processes/second-person';
import { tagVersion, untagVersion } from '@/lib/processes/tags';
import { waitingRequests } from '@/lib/processes/waiting-requests';
import type { Operation } from './operation';

/** Publishing with a second person, and names of versions. */
export const publishing = [
  {
    method: 'put',
    path: '/processes/{processId}/publish-policy',
    useCase: setPublishPolicy,
    summary: 'Whether publishing needs a second person; switching it off needs one itself',
    tag: 'Processes',
    answers: '{secondPerson, requestId}',
    refusals: [404, 409],
  },
  {
    method: 'get',
    path: '/publish-requests',
    useCase: waitingRequests,
    summary: 'What waits for you as the second person, or (?by=me) what you asked for, oldest first',
    tag: 'Processes',
    answers: '{items[], nextCursor}; each with processName and changes {added, removed, changed}',
  },
  {
    method: 'get',
    path: '/processes/{processId}/publish-requests',
    useCase: listRequests,
    summary: 'Requests for a second person, newest first',
    tag: 'Processes',
    answers: '{items[], nextCursor}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/processes/{processId}/publish-requests/{requestId}',
    useCase: getRequest,
    summary: 'A request with the frozen document and its differences',
    tag: 'Processes',
    answers: 'The request with document, diff and, while it waits, problems[]',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/processes/{processId}/publish-requests/{requestId}/approve',
    useCase: approveRequest,
    summary: 'Publish exactly what was asked for; never who asked',
    tag: 'Processes',
    answers: '{requestId, state, version, problems[]}',
    refusals: [404, 409, 422],
  },
  {
    method: 'post',
    path: '/processes/{processId}/publish-requests/{requestId}/reject',
    useCase: rejectRequest,
    summary: 'Refuse with a comment; never who asked',
    tag: 'Processes',
    answers: '{requestId, state, version: null, problems: []}',
    refusals: [404, 409],
  },
  {
    method: 'post',
    path: '/processes/{processId}/publish-requests/{requestId}/withdraw',
    useCase: withdrawRequest,
    summary: 'Take one’s own request back',
    tag: 'Processes',
    answers: '{requestId, state, version: null, problems: []}',
    refusals: [404, 409],
  },
  {
    method: 'put',
    path: '/processes/{processId}/tags/{tag}',
    useCase: tagVersion,
    summary: 'Give a version a name, such as Production',
    tag: 'Processes',
    answers: '{tag, version}',
    refusals: [404],
  },
  {
    method: 'delete',
    path: '/processes/{processId}/tags/{tag}',
    useCase: untagVersion,
    summary: 'Take the name away',
    tag: 'Processes',
    body: 'none',
    answers: '{tag, version: null}',
    refusals: [404],
  },
] as const satisfies readonly Operation[];
