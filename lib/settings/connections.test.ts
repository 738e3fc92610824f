import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKey } from '@/lib/ai/providers/stored';
import { GOOD, openAiServer, PROMPT, SCHEMA } from '@/lib/ai/testing';
import { testProvider, testRun } from '@/lib/ai/use-cases';
import { secretFor } from '@/lib/connections/secrets';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { deleteProvider, listProviders, providerChoices, putProvider, setDefaultProvider } from './providers';
import { rewrapKeys } from './rewrap-keys';
import { deleteSecret, listSecrets, putSecret } from './secrets';

const CANARY = 'canary-77aa-value';
const admin = someone('admin', ['administrator']);
const designer = someone('designer', ['designer']);

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: false });
  process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '';
});
afterAll(() => app.stop());

const eventTypes = async (): Promise<string[]> => {
  const rows = await db().ledger.findMany({ where: { stream: 'admin' }, orderBy: { firstSeq: 'asc' } });
  return rows.flatMap(({ canon }) =>
    (JSON.parse(canon) as { events: { type: string }[] }).events.map(({ type }) => type),
  );
};

/** Everything the database holds as text. */
async function dump(): Promise<string> {
  const [ledger, secrets, providers] = await Promise.all([
    db().ledger.findMany({ omit: { leafHash: true } }),
    db().secret.findMany(),
    db().aiProvider.findMany(),
  ]);
  const bytes = [...secrets, ...providers].map(({ ciphertext }) =>
    Buffer.from(ciphertext ?? []).toString('latin1'),
  );
  return JSON.stringify([ledger, secrets, providers, bytes], (_key, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

const codeOf = async (run: Promise<unknown>): Promise<string> => {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error.code;
  return (error as { code?: string; name?: string })?.code ?? (error as Error)?.name ?? 'answered';
};

describe('secrets', () => {
  const url = new URL('https://api.example.com/x');

  it('are stored for hosts, listed without value, replaced and deleted, each with its event', async () => {
    const before = (await eventTypes()).length;
    await putSecret(call(admin), { name: 'ERP', value: CANARY, hosts: ['API.example.com'] });
    expect(await secretFor('ERP', url)).toBe(CANARY);
    const listed = await listSecrets(call(admin), {});
    expect(listed).toMatchObject([{ name: 'ERP', hosts: ['api.example.com'] }]);
    expect(JSON.stringify(listed)).not.toContain('canary');
    await putSecret(call(admin), { name: 'ERP', value: 'canary-second', hosts: ['*.example.com'] });
    expect(await secretFor('ERP', url)).toBe('canary-second');
    expect(await dump()).not.toContain('canary');
    await deleteSecret(call(admin), { name: 'ERP' });
    expect((await eventTypes()).slice(before)).toEqual(['secret.stored', 'secret.stored', 'secret.deleted']);
    expect(await codeOf(secretFor('ERP', url))).toBe('unknown-secret');
    expect(await codeOf(deleteSecret(call(admin), { name: 'ERP' }))).toBe('not-found');
  });

  it('can not be sent elsewhere by altering the row', async () => {
    await putSecret(call(admin), { name: 'BOUND', value: CANARY, hosts: ['api.example.com'] });
    await db().secret.update({ where: { name: 'BOUND' }, data: { hosts: ['evil.test'] } });
    expect(await codeOf(secretFor('BOUND', new URL('https://evil.test/')))).toBe('unreadable-secret');
  });

  it.each([
    { name: 'no spaces', value: 'x', hosts: ['a.test'] },
    { name: 'X', value: '', hosts: ['a.test'] },
    { name: 'X', value: 'x', hosts: [] },
    { name: 'X', value: 'x', hosts: ['https://a.test/'] },
  ])('are refused when %j', async (input) => {
    expect(await codeOf(putSecret(call(admin), input))).toBe('ZodError');
  });
});

describe('AI providers', () => {
  const provider = {
    providerId: 'local',
    kind: 'openai-compatible',
    name: 'Local',
    model: 'test-model',
    apiKey: CANARY,
    inputPrice: 2,
    outputPrice: 10,
  };

  it('begin with the simulated one', async () => {
    expect(await listProviders(call(admin), {})).toMatchObject([
      { providerId: 'simulated', source: 'built-in', isDefault: true },
    ]);
  });

  it('need an address that is one', async () => {
    expect(await codeOf(putProvider(call(admin), provider))).toBe('ZodError');
    expect(await codeOf(putProvider(call(admin), { ...provider, baseUrl: 'ftp://x' }))).toBe('ZodError');
    expect(
      await codeOf(putProvider(call(admin), { ...provider, providerId: 'simulated', baseUrl: 'http://x/' })),
    ).toBe('ZodError');
  });

  it('are reached where an administrator says, tried, and answer as the default', async () => {
    const server = await openAiServer([
      JSON.stringify({ ...GOOD, value: { word: 'countersign' } }),
      JSON.stringify(GOOD),
    ]);
    const before = (await eventTypes()).length;
    const baseUrl = `${server.url}/v1`;
    await putProvider(call(admin), { ...provider, baseUrl });
    expect(await testProvider(call(admin), { providerId: 'local' })).toMatchObject({
      ok: true,
      schemaOk: true,
      tokens: { input: 120 },
    });
    const run = await testRun(call(designer), {
      userPrompt: 'Read: {{ invoice.text }}',
      outputSchema: JSON.stringify(SCHEMA),
      variables: { invoice: { text: PROMPT.slice(6) } },
    });
    expect(run).toMatchObject({
      ok: true,
      schemaOk: true,
      simulated: false,
      provider: 'Local',
      result: { value: GOOD.value, confidence: 1 },
      cost: { amount: 0.00054, currency: 'EUR' },
    });
    expect(server.bodies()[1]).toMatchObject({ messages: [{ role: 'system' }, { content: PROMPT }] });
    expect((await eventTypes()).slice(before)).toEqual(['provider.stored', 'provider.tested', 'ai.test-run']);
    expect(await dump()).not.toContain('canary');
    await server.stop();
  });

  it('keep their key for their address only', async () => {
    const baseUrl = (await listProviders(call(admin), {}))[0]!.baseUrl;
    const { apiKey: _apiKey, ...same } = { ...provider, baseUrl };
    await putProvider(call(admin), { ...same, model: 'other' });
    expect(await listProviders(call(admin), {})).toMatchObject([
      { hasKey: true, model: 'other', inputPrice: 2 },
      {},
    ]);
    expect(await codeOf(putProvider(call(admin), { ...same, baseUrl: 'https://evil.test/v1' }))).toBe(
      'key-needed',
    );
    await db().aiProvider.update({ where: { id: 'local' }, data: { baseUrl: 'https://evil.test/v1' } });
    expect(await testProvider(call(admin), { providerId: 'local' })).toMatchObject({
      code: 'unreadable-key',
    });
  });

  it('say where data goes only as stated for their address', async () => {
    const own = { ...provider, providerId: 'region', apiKey: undefined, baseUrl: 'http://a.test/v1' };
    const put = (more: object) => putProvider(call(admin), { ...own, ...more });
    const region = async () =>
      (await providerChoices(call(designer), {})).find(({ providerId }) => providerId === 'region')?.region;
    await put({});
    expect(await region()).toBeNull();
    await put({ region: '  EU (Frankfurt) ' });
    expect(await region()).toBe('EU (Frankfurt)');
    await put({ model: 'other' });
    expect(await region(), 'another model at the same address').toBe('EU (Frankfurt)');
    await put({ baseUrl: 'http://b.test/v1' });
    expect(await region(), 'another address').toBeNull();
    await put({ region: 'US', baseUrl: 'http://c.test/v1' });
    expect(await region()).toBe('US');
    await put({ region: '', baseUrl: 'http://c.test/v1' });
    expect(await region()).toBeNull();
    expect(await dump(), 'on record').toContain('EU (Frankfurt)');
    await deleteProvider(call(admin), { providerId: 'region' });
  });

  it('have one default, and leave the simulated one when they go', async () => {
    await putProvider(call(admin), { ...provider, providerId: 'second', kind: 'mistral', baseUrl: null });
    await setDefaultProvider(call(admin), { providerId: 'second' });
    const defaults = (await listProviders(call(admin), {})).filter(({ isDefault }) => isDefault);
    expect(defaults.map(({ providerId }) => providerId)).toEqual(['second']);
    expect(JSON.stringify(await providerChoices(call(designer), {}))).not.toMatch(/baseUrl|canary/);
    for (const providerId of ['second', 'local']) await deleteProvider(call(admin), { providerId });
    expect(await codeOf(deleteProvider(call(admin), { providerId: 'local' }))).toBe('not-found');
    expect(await listProviders(call(admin), {})).toMatchObject([
      { providerId: 'simulated', isDefault: true },
    ]);
  });
});

describe('a trial call', () => {
  const input = { userPrompt: PROMPT, outputSchema: JSON.stringify(SCHEMA) };

  it('is answered by the simulated model when nothing is configured', async () => {
    expect(await testRun(call(designer), input)).toMatchObject({
      ok: true,
      simulated: true,
      provider: 'Simulated',
    });
  });

  it('names the field that is wrong', async () => {
    const wrong = async (more: object) => {
      try {
        await testRun(call(designer), { ...input, ...more });
      } catch (error) {
        if (error instanceof AppError) return error.errors[0]?.path;
      }
      return undefined;
    };
    expect(await wrong({ outputSchema: '{' })).toBe('outputSchema');
    expect(await wrong({ systemPrompt: '{{ 1 + }}' })).toBe('systemPrompt');
  });

  it('shows who is not configured', async () => {
    expect(await testRun(call(designer), { ...input, provider: 'nobody' })).toMatchObject({
      ok: false,
      code: 'unknown-provider',
    });
  });
});

describe('a new key-encryption key', () => {
  it('takes over all that is stored, after which the old one is not needed', async () => {
    await db().secret.deleteMany();
    await putSecret(call(admin), { name: 'KEPT', value: CANARY, hosts: ['api.example.com'] });
    await putProvider(call(admin), {
      providerId: 'kept',
      kind: 'mistral',
      name: 'Kept',
      model: 'm',
      apiKey: CANARY,
    });
    const url = new URL('https://api.example.com/');
    const old = process.env.COUNTERSIGN_KEK ?? '';
    process.env.COUNTERSIGN_KEK = randomBytes(32).toString('base64');
    expect(await codeOf(secretFor('KEPT', url))).toBe('unreadable-secret');
    process.env.COUNTERSIGN_KEK_PREVIOUS = old;
    expect(await secretFor('KEPT', url)).toBe(CANARY);
    expect(await rewrapKeys(call(admin), {})).toMatchObject({ secrets: 1, providers: 1 });
    delete process.env.COUNTERSIGN_KEK_PREVIOUS;
    expect(await secretFor('KEPT', url)).toBe(CANARY);
    const row = await db().aiProvider.findUniqueOrThrow({ where: { id: 'kept' } });
    expect(openKey(row)).toBe(CANARY);
    expect((await eventTypes()).at(-1)).toBe('keys.rewrapped');
  });
});
