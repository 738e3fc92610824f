import 'server-only';
import { broadcastSignal } from '@/lib/messages/broadcast';
import { evaluateConditions } from '@/lib/messages/evaluate-conditions';
import { publishMessage } from '@/lib/messages/publish';
import type { Operation } from './operation';

/** What reaches running processes from outside. */
export const messages = [
  {
    method: 'post',
    path: '/messages',
    useCase: publishMessage,
    summary: 'Publish a message to one receiver',
    tag: 'Messages',
    answers: '{messageId, delivered, instanceIds[]}',
    refusals: [413],
  },
  {
    method: 'post',
    path: '/signals',
    useCase: broadcastSignal,
    summary: 'Broadcast a signal',
    tag: 'Messages',
    answers: '{signalId, instanceIds[]}',
    refusals: [413],
  },
  {
    method: 'post',
    path: '/conditions',
    useCase: evaluateConditions,
    summary: 'Evaluate the conditions that start processes, with these variables',
    tag: 'Messages',
    answers: '{items: [{processId, elementId, instanceId}], refused: [{processId, elementId, message}]}',
    refusals: [413, 429],
  },
] as const satisfies readonly Operation[];
