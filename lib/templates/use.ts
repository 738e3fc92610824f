import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { readDecisions } from '@/lib/decisions/read';
import { storeDecisions } from '@/lib/decisions/store';
import { notFound } from '@/lib/errors/app-error';
import { storeModel } from '@/lib/processes/create';
import { describeModel, type ModelAnswer } from '@/lib/processes/model-answer';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { named } from './named';
import { readTemplate } from './read';
import { withSample } from './sample';

/** A decision table of that key may have been adapted since; then it is not replaced. */
async function storeOnce(context: AuthorisedContext, xml: string): Promise<void> {
  const key = readDecisions(xml).model.id;
  const known = await db().decisionVersion.findFirst({ where: { key }, select: { id: true } });
  if (!known) await storeDecisions(context, { xml });
}

/** Creates a model whose draft is a copy of a template, with the decision table it asks where there is none yet. */
export const createFromTemplate = defineUseCase(
  {
    name: 'templates.use',
    schema: z.strictObject({
      templateId: z.string().max(100),
      name: z.string().trim().min(1, 'Give the process a name.').max(200),
    }),
    policy: { permission: 'models.edit' },
    mutates: true,
  },
  async (context, { templateId, name }): Promise<ModelAnswer> => {
    const template = await readTemplate(templateId);
    if (!template) throw notFound('The template');
    if (template.decision) await storeOnce(context, template.decision);
    const document = withSample(named(template.document, name), template.file.variables);
    return describeModel(await storeModel(context, document, `template ${templateId}`));
  },
);
