import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEmptyDatabase } from '../test/database.ts';
import { dependenciesMatch } from './dependencies.mjs';
import { childEnvironment } from './environment.mjs';
import { fingerprint } from './fingerprint.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { describeProblem, SetupProblem } from './problem.mjs';
import { createProgress } from './progress.mjs';
import { ensureSecrets } from './secrets.mjs';

const folder = () => mkdtempSync(path.join(tmpdir(), 'setup-'));

function checkout(installed: object | undefined): string {
  const root = folder();
  const packages = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages }));
  mkdirSync(path.join(root, 'node_modules'));
  if (installed)
    writeFileSync(
      path.join(root, 'node_modules/.package-lock.json'),
      JSON.stringify({ packages: installed }),
    );
  return root;
}

describe('dependencies', () => {
  it.each([
    ['nothing is installed', undefined, false],
    ['all is installed but an optional package', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['a package has another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    [
      'an optional package has another version',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.9' } },
      false,
    ],
    ['a package is missing', {}, false],
  ])('when %s', (_, installed, match) => {
    expect(dependenciesMatch(checkout(installed))).toBe(match);
  });
});

describe('secrets', () => {
  it('are made once, random, readable by their owner only', () => {
    const place = folder();
    const first = ensureSecrets(place);
    expect(ensureSecrets(place)).toEqual(first);
    expect(ensureSecrets(folder())).not.toEqual(first);
    expect(Buffer.from(first.keyEncryptionKey, 'base64')).toHaveLength(32);
    expect(readFileSync(path.join(place, 'session-secret'), 'utf8')).toBe(first.sessionSecret);
    for (const name of ['session-secret', 'key-encryption-key'])
      expect(statSync(path.join(place, name)).mode & 0o777).toBe(0o600);
  });

  it('reach the server by its environment, with the kind of database and the address', () => {
    const database = {
      url: 'postgresql://x/y',
      embedded: true,
      version: '',
      pid: 1,
      release: async () => {},
    };
    const address = { url: 'http://localhost:3000', host: '127.0.0.1', port: 3000 };
    const place = folder();
    expect(childEnvironment({ folder: place, database, address })).toMatchObject({
      DATABASE_URL: 'postgresql://x/y',
      COUNTERSIGN_EMBEDDED_DB: '1',
      COUNTERSIGN_ENGINE: '1',
      COUNTERSIGN_KEK: ensureSecrets(place).keyEncryptionKey,
      NEXTAUTH_SECRET: ensureSecrets(place).sessionSecret,
      NEXTAUTH_URL: 'http://localhost:3000',
      HOST: '127.0.0.1',
    });
    expect(childEnvironment({ folder: place, database: { ...database, embedded: false } })).toMatchObject({
      COUNTERSIGN_EMBEDDED_DB: '0',
    });
  });
});

describe('fingerprint', () => {
  it('changes with names and contents of the files that count, and with nothing else', () => {
    const root = folder();
    const print = () => fingerprint(root, ['app', 'missing.ts'], (file) => !file.endsWith('.test.ts'));
    mkdirSync(path.join(root, 'app/inner'), { recursive: true });
    writeFileSync(path.join(root, 'app/inner/a.ts'), '1');
    const first = print();
    writeFileSync(path.join(root, 'app/a.test.ts'), '1');
    writeFileSync(path.join(root, 'beside.ts'), '1');
    expect(print()).toBe(first);
    writeFileSync(path.join(root, 'app/inner/a.ts'), '2');
    const second = print();
    expect(second).not.toBe(first);
    writeFileSync(path.join(root, 'missing.ts'), '');
    expect(print()).not.toBe(second);
  });
});

describe('what the console says', () => {
  it('names each step, its result and its time, also when it fails', async () => {
    let text = '';
    const progress = createProgress((part) => {
      text += part;
    });
    await progress.step('Schema', (detail) => detail('up to date'));
    await progress.step('Build', () => Promise.reject(new Error('no'))).catch(() => {});
    expect(text).toMatch(/^Schema … up to date \(\d+\.\d s\)\nBuild … failed \(\d+\.\d s\)\n$/);
  });

  it('shows problems in words and bugs with their stack', () => {
    expect(describeProblem(new SetupProblem('x', 'It is so.', 'Do that.'))).toBe('It is so.\nDo that.');
    expect(describeProblem(new TypeError('x is not a function'))).toContain('    at ');
  });

  it('refuses a Node that is too old', () => {
    expect(() => checkNodeVersion('20.18.1')).toThrow('needs Node 20.19');
    expect(() => checkNodeVersion('20.19.0')).not.toThrow();
    expect(() => checkNodeVersion('24.0.0')).not.toThrow();
  });
});

describe('databases for tests', () => {
  it('are empty, their own, and gone after drop', async () => {
    const [a, b] = await Promise.all([createEmptyDatabase(), createEmptyDatabase()]);
    expect(a.url).not.toBe(b.url);
    await a.drop();
    await a.drop();
    await b.drop();
  });
});
