import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '@/engine/compile/compile';
import { lint } from '@/engine/compile/lint/lint';
import type { Executable } from '@/engine/core/model';
import { importBpmn } from '@/lib/bpmn';
import { validateSubmission } from '@/lib/forms';
import { compileRegistry } from './compile-registry';
import { rules } from './rules';
import { variablesAt } from './scope';
import type { ServiceTaskConfig } from './service-task/config';
import type { UserTaskConfig } from './user-task/config';

const CORPORA = path.resolve(process.env.CORPORA_DIR ?? '../shared/corpora');
const present = existsSync(CORPORA);
const reason = present ? '' : ` (skipped: no models at ${CORPORA}, set CORPORA_DIR)`;
const OPTIONS = { versionId: 'v', checksum: 'c', registry: compileRegistry };

function read(file: string) {
  const imported = importBpmn(readFileSync(path.join(CORPORA, file)));
  if (!imported.ok) throw new Error(imported.message);
  return imported.document;
}

const bpmnFiles = (folder: string): string[] =>
  present
    ? readdirSync(path.join(CORPORA, folder))
        .filter((name) => /\.bpmn/.test(name))
        .map((name) => `${folder}/${name}`)
    : [];

describe.skipIf(!present)(`customer onboarding of Camunda 8${reason}`, () => {
  const file = 'core/02-realistic/customer-onboarding-camunda-8-springboot__customer-onboarding.bpmn';
  const document = present ? read(file) : undefined!;
  const executable = (): Executable => {
    const result = compile(document, OPTIONS);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.executables[0]!;
  };
  const evaluate = (flow: string, variables: object) => {
    const condition = executable().flows[flow]?.condition;
    if (condition?.mode !== 'bounded') throw new Error('not evaluated inside the transition');
    return condition.evaluate({ variables: { ...variables }, now: '2026-01-01T00:00:00.000Z' });
  };

  it('can be published: nothing worse than a remark', () => {
    const problems = [...lint(document, rules), ...compile(document, OPTIONS).problems];
    expect(problems.filter((problem) => problem.severity !== 'info')).toEqual([]);
  });

  it('offers its service tasks as work of their types', () => {
    const types = ['TaskScoreCustomer', 'TaskCreateCustomerInCrm'].map(
      (id) => (executable().nodes[id]!.config as ServiceTaskConfig).workType,
    );
    expect(types).toMatchObject([{ value: 'scoreCustomer' }, { value: 'addCustomerToCrm' }]);
    expect(executable().nodes.TaskScoreCustomer).toMatchObject({
      kind: 'service-task',
      config: { retries: 3 },
    });
  });

  it('decides its conditions', () => {
    expect(evaluate('SequenceFlowOrderAcceptedYes', { automaticProcessing: true })).toMatchObject({
      ok: true,
      value: true,
    });
    expect(evaluate('SequenceFlowOrderAcceptedNo', { automaticProcessing: true })).toMatchObject({
      ok: true,
      value: false,
    });
    expect(evaluate('SequenceFlowOrderAcceptedNo', {})).toMatchObject({
      ok: false,
      variable: 'automaticProcessing',
    });
  });

  it('shows the form that the file carries', () => {
    const { form } = executable().nodes.TaskApproveCustomerOrder!.config as UserTaskConfig;
    expect(form?.fields.map(({ key, label, type }) => [key, label, type])).toEqual([
      ['someInput', 'Some Input', 'readonly'],
      ['score', 'Customer Score', 'readonly'],
      ['automaticProcessing', 'Automatic Processing?', 'boolean'],
    ]);
    expect(validateSubmission(form!, { automaticProcessing: true })).toEqual({
      ok: true,
      values: { automaticProcessing: true },
    });
    expect(validateSubmission(form!, { score: 5 }, { shown: { score: 4 } }).ok).toBe(false);
  });

  it('knows its variables at the gateway', () => {
    expect(variablesAt(document, 'SequenceFlowOrderAcceptedYes').map((variable) => variable.name)).toEqual([
      'automaticProcessing',
      'customerEmail',
      'customerName',
    ]);
  });
});

describe.skipIf(!present)(`models nobody here drew${reason}`, () => {
  const files = [
    'core/01-miwg',
    'core/02-realistic',
    'extended/11-miwg-cross',
    'extended/12-token-simulation',
  ].flatMap(bpmnFiles);
  it.each(files.length > 0 ? files : ['none'])('%s is checked, and compiles or says why not', (file) => {
    const document = read(file);
    const result = compile(document, OPTIONS);
    const problems = [...lint(document, rules), ...result.problems];
    for (const problem of problems) {
      expect(document.elements[problem.elementId], JSON.stringify(problem)).toBeDefined();
      expect(problem.message).toMatch(/[.?!”]$/);
    }
    if (!result.ok) expect(result.problems.some((problem) => problem.severity === 'error')).toBe(true);
    else for (const { nodes, flows } of result.executables) checkReferences(nodes, flows);
  });
});

function checkReferences(nodes: Executable['nodes'], flows: Executable['flows']): void {
  for (const node of Object.values(nodes)) {
    for (const id of [...node.incoming, ...node.outgoing]) expect(flows[id], id).toBeDefined();
    for (const id of [...node.boundary, ...(node.startNodes ?? [])]) expect(nodes[id], id).toBeDefined();
  }
  for (const flow of Object.values(flows))
    expect([nodes[flow.source]?.id, nodes[flow.target]?.id]).toEqual([flow.source, flow.target]);
}
