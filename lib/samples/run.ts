import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { startInstance } from '@/lib/instances/start';
import { defineUseCase } from '@/lib/usecase/define';
import { samples } from '.';

/** Starts a sample's process with its sample data, as the caller. */
export const runSample = defineUseCase(
  {
    name: 'samples.run',
    schema: z.strictObject({ sampleId: z.string().max(100) }),
    policy: { permission: 'instances.start' },
    mutates: true,
  },
  async (context, { sampleId }): Promise<{ instanceId: string }> => {
    const sample = samples.find((one) => one.id === sampleId);
    const model = await db().model.findUnique({
      where: { sampleId },
      include: { processes: { orderBy: { position: 'asc' }, take: 1 } },
    });
    const processId = model?.processes[0]?.id;
    if (!sample || !processId) throw notFound('The sample');
    return startInstance(context, {
      processId,
      variables: sample.variables,
      businessKey: sample.businessKey,
      title: sample.instanceTitle,
    });
  },
);
