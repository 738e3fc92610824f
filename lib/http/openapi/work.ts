import 'server-only';
import { activateWork, completeWork, extendWork, failWork, throwFromWork } from '@/lib/work/use-cases';
import type { Operation } from './operation';

/** What external workers do. */
export const work = [
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
