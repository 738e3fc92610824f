import 'server-only';
import { getAuditEvent } from '@/lib/audit/event';
import { auditFacets, listAudit } from '@/lib/audit/queries';
import { verifyAudit } from '@/lib/audit/verify';
import type { Operation } from './operation';

/** The ledger. */
export const audit = [
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
] as const satisfies readonly Operation[];
