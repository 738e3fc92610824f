import 'server-only';
import { stepSpending } from '@/lib/ai/budget/spending';
import { stepSamples } from '@/lib/ai/samples/list';
import { testProvider, testRun } from '@/lib/ai/use-cases';
import {
  deleteProvider,
  listProviders,
  providerChoices,
  putProvider,
  setDefaultProvider,
} from '@/lib/settings/providers';
import { rewrapKeys } from '@/lib/settings/rewrap-keys';
import { deleteSecret, listSecrets, putSecret } from '@/lib/settings/secrets';
import type { Operation } from './operation';

/** AI providers and secrets. */
export const connections = [
  {
    method: 'post',
    path: '/keys/rewrap',
    useCase: rewrapKeys,
    summary: 'Wrap all stored secrets with a new key-encryption key',
    tag: 'Settings',
    body: 'none',
    answers: '{kekId, secrets, providers}',
  },
  {
    method: 'get',
    path: '/providers',
    useCase: listProviders,
    summary: 'AI providers; keys are never shown',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'get',
    path: '/providers/choices',
    useCase: providerChoices,
    summary: 'AI providers by name, for whoever draws an AI step',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'put',
    path: '/providers/{providerId}',
    useCase: putProvider,
    summary: 'Set up an AI provider',
    tag: 'Settings',
    answers: '{providerId}',
    refusals: [409, 422],
  },
  {
    method: 'delete',
    path: '/providers/{providerId}',
    useCase: deleteProvider,
    summary: 'Remove an AI provider',
    tag: 'Settings',
    body: 'none',
    answers: '{providerId}',
    refusals: [404, 409],
  },
  {
    method: 'post',
    path: '/providers/{providerId}/default',
    useCase: setDefaultProvider,
    summary: 'Use this AI provider where a step names none',
    tag: 'Settings',
    body: 'none',
    answers: '{providerId}',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/providers/{providerId}/test',
    useCase: testProvider,
    summary: 'Make one trial call',
    tag: 'Settings',
    body: 'none',
    answers: 'What the call gave, failures included',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/ai/test-run',
    useCase: testRun,
    summary:
      'Try a prompt out without an instance; its cost counts towards the daily limit of the step that processId and elementId name',
    tag: 'Settings',
    answers:
      'What the call gave, failures included. With `Accept: text/event-stream` the events `text` {text} `checked` {problems} and `passed-on` {provider, model, code, message} while the models write, then `answer` with the same, or `problem`',
    refusals: [404, 422, 429],
  },
  {
    method: 'get',
    path: '/processes/{processId}/elements/{elementId}/samples',
    useCase: stepSamples,
    summary: 'What the last three runs of an AI step saw, masked',
    tag: 'Settings',
    answers: '{items[]: {instanceId, title, at, variables}}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/processes/{processId}/elements/{elementId}/spending',
    useCase: stepSpending,
    summary: 'What the calls of an AI step with a daily limit have cost today',
    tag: 'Settings',
    answers: '{items[]: {day, spent, currency}}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/secrets',
    useCase: listSecrets,
    summary: 'Names of secrets and the hosts they may go to',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'put',
    path: '/secrets/{name}',
    useCase: putSecret,
    summary: 'Store a secret',
    tag: 'Settings',
    answers: '{name}',
    refusals: [422],
  },
  {
    method: 'delete',
    path: '/secrets/{name}',
    useCase: deleteSecret,
    summary: 'Remove a secret',
    tag: 'Settings',
    body: 'none',
    answers: '{name}',
    refusals: [404],
  },
] as const satisfies readonly Operation[];
