import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEMO_PEOPLE } from '@/lib/auth/demo';
import { hashPassword } from '@/lib/auth/password';
import { ROLES } from '@/lib/auth/permissions';
import { makeSetupCode } from '@/lib/auth/setup';
import { recordSignOut, signInWithPassword } from '@/lib/auth/sign-in';
import { STANDARD } from '@/lib/calendars/calendar';
import { db } from '@/lib/db/client';
import { samples } from '@/lib/samples';
import { sampleXml } from '@/lib/samples/read';
import { getTask, listTasks } from '@/lib/tasks/queries';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { type SimulatedProvider, simulatedProvider } from '@/lib/testing/oidc-provider';
import { allUseCases } from '@/lib/usecase/define';
import { activateWork } from '@/lib/work/use-cases';
import '@/lib/everything';

const ada = someone('ada', [...ROLES], ['*']);
const bob = someone('bob', ['designer']);
/** Signs in through single sign-on. */
const oda = someone('oda', [...ROLES], ['*']);
const PASSWORD = 'correct horse battery staple 7';

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:countersign="urn:countersign:bpmn:1" id="D" targetNamespace="http://example.org">
  <bpmn:process id="every-change" name="Every change" isExecutable="true">
    <bpmn:startEvent id="S"><bpmn:outgoing>A</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="A" sourceRef="S" targetRef="W"/>
    <bpmn:serviceTask id="W" name="Work"><bpmn:extensionElements><zeebe:taskDefinition type="every-change" retries="1"/></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:sequenceFlow id="B" sourceRef="W" targetRef="T"/>
    <bpmn:userTask id="T" name="Look"><bpmn:extensionElements>
      <countersign:approval resultVariable="seen" signature="true" meaning="I have looked at it."><countersign:outcome id="yes" label="Yes"/><countersign:outcome id="no" label="No"/></countersign:approval>
    </bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="C" sourceRef="T" targetRef="E"/>
    <bpmn:endEvent id="E"/>
  </bpmn:process>
</bpmn:definitions>`;

const DMN = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="every" name="Every" namespace="urn:every">
  <decision id="d" name="d"><literalExpression><text>1</text></literalExpression></decision></definitions>`;

let app: TestApp;
let provider: SimulatedProvider;
beforeAll(async () => {
  app = await startApp();
  provider = await simulatedProvider();
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  vi.stubEnv('COUNTERSIGN_OIDC_ISSUER', provider.url);
  vi.stubEnv('COUNTERSIGN_OIDC_CLIENT_ID', provider.clientId);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await provider.stop();
  await app.stop();
});

/** What earlier steps left for later ones. */
const made: Record<string, string> = {};
type Answer = Record<string, unknown>;

async function start(): Promise<string> {
  const answer = (await run('instances.start', { processId: made.process })) as Answer;
  return String(answer.instanceId);
}

async function leased(): Promise<{ workId: string; lease: string; instanceId: string }> {
  return eventually(
    async () => (await activateWork(call(ada), { type: 'every-change', worker: 'test' })).items[0],
  );
}

const workOf = async () => {
  await start();
  const { workId, lease, instanceId } = await leased();
  made.instance = instanceId;
  return { workId, lease };
};

const taskId = async () => {
  const task = await eventually(
    async () => (await listTasks(call(ada), { instanceId: made.instance })).items[0],
  );
  return task.taskId;
};

const decision = async () => {
  const { taskId: id, contentDigest } = await getTask(call(ada), { taskId: await taskId() });
  return { taskId: id, contentDigest, outcome: 'yes' };
};

const incidentId = async () =>
  eventually(async () => {
    const row = await db().incident.findFirst({ where: { instanceId: made.instance, resolvedAt: null } });
    return row && `${row.instanceId}:${row.incidentKey}`;
  });

/** A delivery that was set aside. */
async function setAside(ref: string): Promise<string> {
  const [at, payload] = [new Date(), '{"name":"nobody","variables":{}}'];
  const times = { createdAt: at, availableAt: at, quarantinedAt: at };
  const row = await db().outbox.create({
    data: { ref, lane: ref, kind: 'broadcast-signal', payload, ...times },
  });
  return `outbox:${row.id}`;
}

let looks = 0;
/** Another draft that waits for a second person. */
async function requested(): Promise<Answer> {
  const { draftRevision } = (await run('processes.draft', { processId: made.process })) as Answer;
  const xml = XML.replace('"Look"', `"Look ${++looks}"`);
  await run('processes.save-draft', { processId: made.process, revision: draftRevision, content: { xml } });
  const { requestId } = (await run('processes.publish', { processId: made.process, note: 'Next' })) as Answer;
  return { processId: made.process, requestId };
}

interface Step {
  useCase: string;
  input: () => Promise<Answer> | Answer;
  /** Keeps what later steps need. */
  keep?: (answer: Answer) => void;
  /** By whom the event is, when not by who calls: public use cases authorise by what is sent. */
  by?: RegExp;
  /** Who calls, when not Ada. */
  as?: typeof ada;
}

const aiProvider = {
  providerId: 'local',
  kind: 'openai-compatible',
  name: 'Local',
  baseUrl: 'https://llm.example.org/v1',
  model: 'm',
};

/** Valid input for every use case that changes something, in an order in which each can succeed. */
const STEPS: readonly Step[] = [
  { useCase: 'calendars.put', input: () => ({ calendarId: 'office', ...STANDARD }) },
  { useCase: 'calendars.archive', input: () => ({ calendarId: 'office', reason: 'Closed' }) },
  { useCase: 'calendars.restore', input: () => ({ calendarId: 'office', reason: 'Open again' }) },
  {
    useCase: 'setup.first-administrator',
    input: async () => ({
      code: await makeSetupCode(),
      email: 'first@example.org',
      name: 'First',
      password: PASSWORD,
    }),
    by: /./,
  },
  {
    useCase: 'demo.sign-in',
    input: () => ({ personId: DEMO_PEOPLE[0].id }),
    by: new RegExp(DEMO_PEOPLE[0].id),
  },
  {
    useCase: 'people.create',
    input: () => ({ email: 'ben@example.org', name: 'Ben', password: PASSWORD, roles: ['reviewer'] }),
    keep: (answer) => (made.person = String(answer.personId)),
  },
  { useCase: 'people.update', input: () => ({ personId: made.person, groups: ['finance'] }) },
  {
    useCase: 'tokens.create',
    input: () => ({ name: 'ci', roles: ['auditor'] }),
    keep: (answer) => (made.token = String(answer.tokenId)),
  },
  { useCase: 'tokens.revoke', input: () => ({ tokenId: made.token }) },
  { useCase: 'secrets.put', input: () => ({ name: 'erp', value: 's', hosts: ['erp.example.org'] }) },
  { useCase: 'secrets.delete', input: () => ({ name: 'erp' }) },
  { useCase: 'providers.put', input: () => aiProvider },
  { useCase: 'providers.set-default', input: () => ({ providerId: 'local' }) },
  { useCase: 'providers.delete', input: () => ({ providerId: 'local' }) },
  { useCase: 'providers.test', input: () => ({ providerId: 'simulated' }) },
  {
    useCase: 'ai.test-run',
    input: () => ({
      userPrompt: 'Say a word',
      outputSchema: '{"type":"object","properties":{"word":{"type":"string"}}}',
      provider: 'simulated',
    }),
  },
  { useCase: 'keys.rewrap', input: () => ({}) },
  { useCase: 'processes.create-blank', input: () => ({ name: 'Blank' }) },
  {
    useCase: 'processes.create',
    input: () => ({ content: { xml: XML } }),
    keep: (answer) => (made.process = String(answer.processId)),
  },
  { useCase: 'decisions.store', input: () => ({ xml: DMN }) },
  { useCase: 'processes.publish', input: () => ({ processId: made.process, note: 'First' }) },
  {
    useCase: 'processes.save-draft',
    input: () => ({
      processId: made.process,
      revision: 1,
      content: { xml: XML.replace('"Look"', '"Look again"') },
    }),
  },
  {
    useCase: 'processes.tag-version',
    input: () => ({ processId: made.process, tag: 'Production', version: 1 }),
  },
  { useCase: 'processes.untag-version', input: () => ({ processId: made.process, tag: 'Production' }) },
  {
    useCase: 'processes.set-publish-policy',
    input: () => ({ processId: made.process, secondPerson: true, reason: 'It moves money' }),
  },
  { useCase: 'processes.approve-request', input: async () => requested(), by: /^bob$/, as: bob },
  {
    useCase: 'processes.reject-request',
    input: async () => ({ ...(await requested()), comment: 'No' }),
    by: /^bob$/,
    as: bob,
  },
  { useCase: 'processes.withdraw-request', input: async () => requested() },
  { useCase: 'processes.restore-version', input: () => ({ processId: made.process, version: 1 }) },
  {
    useCase: 'scenarios.save',
    input: () => ({ processId: made.process, scenarioId: 'path', scenario: 'Path', steps: [], expect: {} }),
  },
  { useCase: 'scenarios.delete', input: () => ({ processId: made.process, scenarioId: 'path' }) },
  {
    useCase: 'comments.add',
    input: () => ({ processId: made.process, elementId: 'T', text: 'Who looks?' }),
    keep: (answer) => (made.thread = String(answer.threadId)),
  },
  {
    useCase: 'comments.reply',
    input: () => ({ processId: made.process, threadId: made.thread, text: 'I do.' }),
    keep: (answer) => (made.comment = String((answer.comments as Answer[])[1]?.commentId)),
  },
  {
    useCase: 'comments.edit',
    input: () => ({
      processId: made.process,
      threadId: made.thread,
      commentId: made.comment,
      text: 'In other words',
    }),
  },
  {
    useCase: 'comments.move',
    input: () => ({ processId: made.process, threadId: made.thread, elementId: 'W' }),
  },
  { useCase: 'comments.resolve', input: () => ({ processId: made.process, threadId: made.thread }) },
  { useCase: 'comments.reopen', input: () => ({ processId: made.process, threadId: made.thread }) },
  {
    useCase: 'comments.delete',
    input: () => ({ processId: made.process, threadId: made.thread, commentId: made.comment }),
  },
  { useCase: 'processes.retire', input: () => ({ processId: made.process, reason: 'Not used' }) },
  { useCase: 'processes.reinstate', input: () => ({ processId: made.process, reason: 'Used again' }) },
  {
    useCase: 'templates.use',
    input: () => ({ templateId: 'document-classification', name: 'Incoming mail' }),
  },
  { useCase: 'samples.run', input: () => ({ sampleId: samples[0]?.id }) },
  { useCase: 'messages.publish', input: () => ({ name: 'Order received', correlationKey: '4711' }) },
  { useCase: 'signals.broadcast', input: () => ({ name: 'Market closed' }) },
  { useCase: 'conditions.evaluate', input: () => ({ variables: { amount: 1 } }) },
  {
    useCase: 'deliveries.retry',
    input: async () => ({ deliveryId: await setAside('one'), reason: 'Mended' }),
  },
  {
    useCase: 'deliveries.drop',
    input: async () => ({ deliveryId: await setAside('two'), reason: 'Not wanted' }),
  },
  { useCase: 'instances.start', input: () => ({ processId: made.process }) },
  { useCase: 'work.complete', input: async () => ({ ...(await workOf()), variables: { a: 1 } }) },
  {
    useCase: 'tasks.begin-signature',
    input: decision,
    keep: ({ url }) => (made.url = String(url)),
    as: oda,
    by: /^oda$/,
  },
  {
    useCase: 'auth.confirm-step-up',
    input: () => ({ params: provider.signIn(made.url ?? '', { subject: 'oda' }) }),
    as: oda,
    by: /^oda$/,
  },
  { useCase: 'tasks.claim', input: async () => ({ taskId: await taskId() }) },
  { useCase: 'tasks.comment', input: async () => ({ taskId: await taskId(), text: 'Hm.' }) },
  { useCase: 'tasks.release', input: async () => ({ taskId: await taskId() }) },
  { useCase: 'tasks.delegate', input: async () => ({ taskId: await taskId(), to: ada.id }) },
  {
    useCase: 'tasks.sign',
    input: async () => ({ ...(await decision()), password: PASSWORD }),
    keep: ({ signature }) => {
      made.signature = String(signature);
    },
  },
  {
    useCase: 'tasks.complete',
    input: async () => ({ ...(await decision()), signature: made.signature }),
  },
  { useCase: 'work.throw', input: async () => ({ ...(await workOf()), errorCode: 'BAD' }) },
  { useCase: 'work.fail', input: async () => ({ ...(await workOf()), error: 'no answer' }) },
  { useCase: 'incidents.retry', input: async () => ({ incidentId: await incidentId(), reason: 'Again' }) },
  {
    useCase: 'instances.set-variables',
    input: () => ({ instanceId: made.instance, variables: { b: 2 }, reason: 'Was wrong' }),
  },
  { useCase: 'instances.cancel', input: () => ({ instanceId: made.instance, reason: 'Enough' }) },
];

async function run(name: string, input: Answer, as = ada): Promise<unknown> {
  const found = allUseCases().find((one) => one.meta.name === name);
  if (!found) throw new Error(`there is no use case ${name}`);
  return found(call('public' in found.meta.policy ? null : as), input);
}

const newest = async (): Promise<bigint> =>
  (await db().ledger.aggregate({ _max: { position: true } }))._max.position ?? 0n;

/** Events written after a position, with who did them. */
async function since(position: bigint): Promise<{ actor: string; types: string[] }[]> {
  const rows = await db().ledger.findMany({
    where: { position: { gt: position } },
    orderBy: { position: 'asc' },
  });
  return rows.map((row) => {
    const { actor, events } = JSON.parse(row.canon) as { actor: { id: string }; events: { type: string }[] };
    return { actor: actor.id, types: events.map((event) => event.type) };
  });
}

describe('every change is an event with its actor', () => {
  beforeAll(async () => {
    await db().person.create({
      data: {
        id: ada.id,
        email: 'ada@example.org',
        name: 'Ada',
        roles: ['reviewer'],
        groups: [],
        passwordHash: await hashPassword(PASSWORD),
      },
    });
    const sso = { id: oda.id, email: 'oda@example.org', name: 'Oda', oidcSubject: 'oda' };
    await db().person.create({ data: { ...sso, roles: ['reviewer'], groups: [] } });
    const { title: _, ...person } = DEMO_PEOPLE[0];
    await db().person.create({
      data: { ...person, roles: [...person.roles], groups: [...person.groups], demo: true },
    });
    const sample = samples[0];
    if (!sample) throw new Error('no sample');
    const created = (await run('processes.create', {
      content: { xml: await sampleXml(sample.id) },
    })) as Answer;
    await run('processes.publish', { processId: created.processId, note: 'Sample' });
    await db().model.update({ where: { id: String(created.modelId) }, data: { sampleId: sample.id } });
  });

  it('knows every use case that changes something', () => {
    const changing = allUseCases()
      .filter((one) => one.meta.mutates)
      .map((one) => one.meta.name);
    expect(new Set(STEPS.map((step) => step.useCase))).toEqual(new Set(changing));
  });

  for (const step of STEPS) {
    it(step.useCase, async () => {
      const input = await step.input();
      const before = await newest();
      const answer = (await run(step.useCase, input, step.as)) as Answer;
      step.keep?.(answer);
      const written = await since(before);
      expect(written.some((one) => (step.by ?? /^ada$/).test(one.actor))).toBe(true);
    });
  }
});

describe('outside use cases too', () => {
  it('signing in and out by password; a wrong one is counted', async () => {
    const before = await newest();
    const person = await signInWithPassword('first@example.org', PASSWORD, '192.0.2.9');
    await recordSignOut(person?.id);
    expect(await signInWithPassword('first@example.org', 'wrong', '192.0.2.9')).toBeNull();
    const { flushStrangers } = await import('@/lib/ledger/strangers');
    await flushStrangers();
    const types = (await since(before)).flatMap((one) => one.types);
    expect(types).toEqual(['session.started', 'session.ended', 'strangers.refused']);
  });
  it('a refused attempt, with who tried what', async () => {
    const before = await newest();
    const retire = allUseCases().find((one) => one.meta.name === 'processes.retire');
    await expect(
      retire?.(call(someone('eve', ['auditor'])), { processId: made.process, reason: 'x' }),
    ).rejects.toMatchObject({ status: 403 });
    expect(await since(before)).toEqual([{ actor: 'eve', types: ['attempt.refused'] }]);
  });
});
