import 'server-only';
import { listIncidents } from '@/lib/instances/open-incidents';
import { dropDelivery, listSetAside, retryDelivery } from '@/lib/operations/set-aside';
import type { Operation } from './operation';

/** What operators look after. */
export const operating = [
  {
    method: 'get',
    path: '/incidents',
    useCase: listIncidents,
    summary: 'Open incidents, newest first (?code=quarantined: instances and work that were put aside)',
    tag: 'Operations',
    answers:
      '{items: [{incidentId, instanceId, processId, elementId, code, about, message, raisedAt}], nextCursor}',
  },
  {
    method: 'get',
    path: '/deliveries',
    useCase: listSetAside,
    summary: 'Deliveries and messages that were set aside, newest first',
    tag: 'Operations',
    answers:
      '{items: [{deliveryId, kind, ref, name, instanceId, error, attempts, createdAt, setAsideAt}], nextCursor}',
  },
  {
    method: 'post',
    path: '/deliveries/{deliveryId}/retry',
    useCase: retryDelivery,
    summary: 'Try a delivery again that was set aside',
    tag: 'Operations',
    answers: '{deliveryId}',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/deliveries/{deliveryId}/drop',
    useCase: dropDelivery,
    summary: 'Remove a delivery that was set aside: nobody ever gets it',
    tag: 'Operations',
    answers: '{deliveryId}',
    refusals: [404],
  },
] as const satisfies readonly Operation[];
