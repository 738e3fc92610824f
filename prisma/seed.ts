import { DEMO_PEOPLE } from '@/lib/auth/demo';
import type { Principal } from '@/lib/auth/principal';
import { closeDb, db } from '@/lib/db/client';
import { createProcess } from '@/lib/processes/create';
import { publish } from '@/lib/processes/publish';
import { samples } from '@/lib/samples';
import { INSTALLER } from '@/lib/samples/installer';
import { sampleXml } from '@/lib/samples/read';
import type { CallContext } from '@/lib/usecase/context';

/** Puts the samples and, with the embedded database, the demo people in. Doing it twice changes nothing. */
const installer: Principal = {
  kind: 'service',
  ...INSTALLER,
  roles: ['designer'],
  groups: [],
  via: 'token',
  demo: false,
};

const context = (commandId: string): CallContext => ({ principal: installer, address: 'local', commandId });

async function seedPeople(): Promise<void> {
  for (const { title: _, ...person } of DEMO_PEOPLE) {
    const values = { ...person, roles: [...person.roles], groups: [...person.groups], demo: true };
    await db().person.upsert({ where: { id: person.id }, create: values, update: {} });
  }
}

async function seedSample(sample: (typeof samples)[number]): Promise<void> {
  if (await db().model.findUnique({ where: { sampleId: sample.id } })) return;
  const created = await createProcess(context(`seed:${sample.id}`), {
    content: { xml: await sampleXml(sample.id) },
  });
  await publish(context(`seed:${sample.id}:publish`), {
    processId: created.processId,
    note: 'Sample that comes with Countersign.',
  });
  await db().model.update({
    where: { id: created.modelId },
    data: { sampleId: sample.id, ownerId: DEMO_PEOPLE[0].id },
  });
}

if (process.env.COUNTERSIGN_EMBEDDED_DB === '1') await seedPeople();
for (const sample of samples) await seedSample(sample);
await closeDb();
