import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportBpmn } from '@/lib/bpmn/export';
import { newDocument } from '@/lib/document';
import { cli, folderWith } from './testing';

const GOOD = `process: good
name: Good
isExecutable: true
steps:
  - startEvent: begin
    next: finish
  - endEvent: finish
`;
const BAD = `process: bad
isExecutable: true
steps:
  - startEvent: begin
    next: choose
  - exclusiveGateway: choose
    next:
      - to: left
        conditionExpression: =amount > (1000
      - { to: right, default: true }
  - endEvent: left
  - endEvent: right
`;

describe('countersign lint', () => {
  it('passes models without errors, of both forms, and knows models from other YAML', async () => {
    const folder = folderWith({
      'good.yaml': GOOD,
      'drawn.bpmn': exportBpmn(newDocument({ name: 'Drawn', processId: 'drawn' })),
      'compose.yaml': 'services: {}\n',
      'good.scenario.yaml': 'process: good\n',
    });
    const result = await cli(folder, ['lint']);
    expect(result.error).toMatch(/^2 models: 0 errors, /);
    expect(result.code).toBe(0);
  });

  it('names file, line and column of what is wrong, and fails', async () => {
    const folder = folderWith({ 'bad.yaml': BAD });
    const { code, out, error } = await cli(folder, ['lint', 'bad.yaml']);
    expect(out).toMatch(/^bad\.yaml:(?:8|9):\d+ error The condition can't be read\..* \(expression\)$/m);
    expect(error).toMatch(/1 model: 1 error/);
    expect(code).toBe(1);
  });

  it('says where a file can’t be read, and goes on with the others', async () => {
    const folder = folderWith({ 'a.yaml': 'process: a\nsteps: x\n', 'b.bpmn': '<x>', 'c.yaml': GOOD });
    mkdirSync(path.join(folder, 'sub'));
    writeFileSync(path.join(folder, 'sub', 'd.yaml'), BAD);
    const { code, out, error } = await cli(folder, ['lint', '.']);
    expect(out).toContain('a.yaml:2:1 error “steps” is a list');
    expect(out).toMatch(/^b\.bpmn:1:\d+ error /m);
    expect(out).toMatch(/^sub\/d\.yaml:/m);
    expect(error).toContain('4 models: 3 errors');
    expect(code).toBe(1);
  });

  it('points into XML', async () => {
    const xml = exportBpmn(newDocument({ name: '', processId: 'p' })).replace(
      /<bpmn:startEvent id="([^"]*)"\/>/,
      '<bpmn:startEvent id="$1"/>\n<bpmn:exclusiveGateway id="G"><bpmn:outgoing>F</bpmn:outgoing></bpmn:exclusiveGateway>\n' +
        '<bpmn:sequenceFlow id="F" sourceRef="G" targetRef="gone"/>',
    );
    const { out } = await cli(folderWith({ 'p.bpmn': xml }), ['lint']);
    expect(out).toMatch(/^p\.bpmn:6:20 error .*gone/m);
  });
});

describe('countersign', () => {
  it('lists its commands, and helps with each', async () => {
    const folder = folderWith();
    const { out, code } = await cli(folder, []);
    expect(code).toBe(0);
    for (const name of ['pull', 'lint', 'publish']) {
      expect(out).toContain(`  ${name}`);
      expect((await cli(folder, ['help', name])).out).toContain(`countersign ${name}`);
      expect((await cli(folder, [name, '--help'])).out).toContain(`countersign ${name}`);
    }
  });

  it('says what is wrong with a command line', async () => {
    const folder = folderWith({ 'good.yaml': GOOD });
    const env = { COUNTERSIGN_TOKEN: 't', COUNTERSIGN_URL: 'http://127.0.0.1:1' };
    const cases: [args: string[], words: string, env?: Record<string, string>][] = [
      [['constructor'], 'no command “constructor”'],
      [['lint', '--fast'], "Unknown option '--fast'"],
      [['lint', 'gone.yaml'], 'no file or folder “gone.yaml”'],
      [['lint', path.join(folder, '..', path.basename(folder), '.')], '1 model'],
      [['pull'], 'COUNTERSIGN_TOKEN'],
      [['pull', '--format', 'png'], 'no format', env],
      [['pull'], 'No server answers at http://127.0.0.1:1', env],
      [['publish'], '--note', env],
    ];
    for (const [args, words, given] of cases) {
      const { code, error } = await cli(folder, args, given);
      expect(error).toContain(words);
      expect(code).toBe(words === '1 model' ? 0 : 2);
    }
  });

  it('runs as a program, from any folder', async () => {
    const folder = folderWith({ 'bad.yaml': BAD });
    const bin = path.resolve(import.meta.dirname, 'bin.mjs');
    const { INIT_CWD: _, ...env } = process.env;
    const child = spawn(process.execPath, [bin, 'lint'], { cwd: folder, env });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(out).toMatch(/^bad\.yaml:\d+:\d+ error /m);
    expect(code).toBe(1);
  });
});
