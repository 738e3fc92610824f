import { expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { approvalStep, model, sequence } from '@/lib/testing/models';
import { runScenario, type Step } from '.';

it('where several decide, each decision is a step by somebody else', () => {
  const xml = model(sequence([approvalStep('Board')])).replace(
    'resultVariable="decision"',
    'resultVariable="decision" quorum="2" quorumOf="3"',
  );
  const imported = importBpmn(xml);
  if (!imported.ok) throw new Error(imported.message);
  const approve: Step = { at: 'Board', form: {}, outcome: 'approve' };
  const run = (...steps: Step[]) =>
    runScenario(imported.document, { scenario: 'x', steps, expect: { status: 'completed' } });
  expect(run(approve, approve).ok).toBe(true);
  expect(run(approve)).toMatchObject({
    ok: false,
    difference: { message: expect.stringContaining('It waits at “Board”') },
  });
  expect(run({ ...approve, by: 'ann' }, { ...approve, by: 'ann' })).toMatchObject({
    ok: false,
    difference: { message: expect.stringContaining('already') },
  });
});
