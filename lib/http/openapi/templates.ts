import 'server-only';
import { getTemplate, listTemplates } from '@/lib/templates/list';
import { createFromTemplate } from '@/lib/templates/use';
import type { Operation } from './operation';

/** Processes to begin with. */
export const templates = [
  {
    method: 'get',
    path: '/templates',
    useCase: listTemplates,
    summary: 'Templates of processes',
    tag: 'Processes',
    answers: '{items: [{templateId, title, purpose, category, usesAi, needsApproval, steps, variables}]}',
  },
  {
    method: 'get',
    path: '/templates/{templateId}',
    useCase: getTemplate,
    summary: 'One template with its drawing',
    tag: 'Processes',
    answers: '{templateId, title, purpose, category, usesAi, needsApproval, steps, variables, view}',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/templates/{templateId}/use',
    useCase: createFromTemplate,
    summary: 'A new draft from a template',
    tag: 'Processes',
    status: 201,
    answers: '{processId, key, name, draftRevision, modelId, items[]}',
    refusals: [404],
  },
] as const satisfies readonly Operation[];
