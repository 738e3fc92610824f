import 'server-only';
import { testProvider, testRun } from '@/lib/ai/use-cases';
import {
  deleteProvider,
  listProviders,
  providerChoices,
  putProvider,
  setDefaultProvider,
} from '@/lib/settings/providers';
import { deleteSecret, listSecrets, putSecret } from '@/lib/settings/secrets';
import type { Operation } from './operations';

const TRIAL =
  '{ok, schemaOk, problems[], result?, code?, message?, provider, model, simulated, latencyMs, tokens, cost}';

/** Secrets, AI providers and trial calls. */
export const connections = [
  {
    method: 'get',
    path: '/secrets',
    useCase: listSecrets,
    summary: 'Secrets: names and hosts, never values',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'put',
    path: '/secrets/{name}',
    useCase: putSecret,
    summary: 'Store or replace a secret for named hosts',
    tag: 'Settings',
    answers: '{name}',
  },
  {
    method: 'delete',
    path: '/secrets/{name}',
    useCase: deleteSecret,
    summary: 'Delete a secret',
    tag: 'Settings',
    body: 'none',
    answers: '{name}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/providers',
    useCase: listProviders,
    summary: 'AI providers of Settings and environment',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'get',
    path: '/providers/choices',
    useCase: providerChoices,
    summary: 'AI providers a step can name',
    tag: 'Processes',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'put',
    path: '/providers/{providerId}',
    useCase: putProvider,
    summary: 'Add or change an AI provider',
    tag: 'Settings',
    answers: '{providerId}',
    refusals: [422],
  },
  {
    method: 'delete',
    path: '/providers/{providerId}',
    useCase: deleteProvider,
    summary: 'Remove an AI provider and its key',
    tag: 'Settings',
    body: 'none',
    answers: '{providerId}',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/providers/{providerId}/default',
    useCase: setDefaultProvider,
    summary: 'Answer with this provider where a step names none',
    tag: 'Settings',
    body: 'none',
    answers: '{providerId}',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/providers/{providerId}/test',
    useCase: testProvider,
    summary: 'Try an AI provider with one tiny call',
    tag: 'Settings',
    body: 'none',
    answers: TRIAL,
  },
  {
    method: 'post',
    path: '/ai/test-run',
    useCase: testRun,
    summary: 'Run an AI step with sample variables',
    tag: 'Processes',
    answers: TRIAL,
    refusals: [422],
  },
] as const satisfies readonly Operation[];
