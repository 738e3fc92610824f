import { expect, it } from 'vitest';
import { compile } from '@/engine/compile/compile';
import type { JsonObject } from '@/engine/core/json';
import type { Executable } from '@/engine/core/model';
import { ANNA, BEN, complete, decide, fire, type play as Play, play, start } from '@/engine/testing/scenario';
import { importBpmn } from '@/lib/bpmn';
import { behaviors } from '@/lib/elements/behaviors';
import { compileRegistry } from '@/lib/elements/compile-registry';
import { samples } from '.';
import { sampleXml } from './read';

type Steps = Parameters<typeof Play>[2];

async function run(id: string, variables: JsonObject, steps: Steps) {
  const sample = samples.find((each) => each.id === id)!;
  const imported = importBpmn(await sampleXml(id));
  if (!imported.ok) throw new Error(imported.message);
  const compiled = compile(imported.document, { versionId: 'v', checksum: 'c', registry: compileRegistry });
  const executable: Executable | undefined = compiled.ok ? compiled.executables[0] : undefined;
  if (!executable) throw new Error('the sample does not compile');
  const player = play(executable, behaviors, [start({ ...sample.variables, ...variables }), ...steps]);
  const ended = player.events
    .filter((event) => event.type === 'element.completed')
    .map((event) => event.elementId);
  expect(Object.values(player.current.incidents)).toEqual([]);
  return { status: player.current.status, ended, variables: player.current.variables };
}

const answer = (value: JsonObject, confidence: number, belowThreshold: boolean): JsonObject => ({
  value,
  confidence,
  rationale: 'Read from the text.',
  evidence: [],
  belowThreshold,
});

const unsure = { extraction: answer({ amount: 12480, suggestion: 'approve' }, 0.82, true) };
const sure = { extraction: answer({ amount: 12480, suggestion: 'approve' }, 1, false) };

it('an uncertain invoice waits for a person and is posted when approved', async () => {
  const { status, ended, variables } = await run('invoice-approval', {}, [
    complete('Task_extract', unsure),
    decide('Task_review', 'approve', { variables: { costCentre: '4120' } }),
  ]);
  expect(status).toBe('completed');
  expect(ended).toEqual(expect.arrayContaining(['Task_post', 'Task_notify', 'End_posted']));
  expect(variables.posting).toMatchObject({ document: 'FI-RE-20931', amount: 12480 });
});

it('a large invoice waits for a person even when the AI is certain', async () => {
  const { ended } = await run('invoice-approval', {}, [complete('Task_extract', sure)]);
  expect(ended.at(-1)).toBe('Gateway_sure');
});

it('a small and certain invoice is posted at once', async () => {
  const { status, ended } = await run('invoice-approval', { orderAmount: 80 }, [
    complete('Task_extract', sure),
  ]);
  expect(status).toBe('completed');
  expect(ended).not.toContain('Task_review');
});

it('a rejected invoice goes back with the reason', async () => {
  const { ended, variables } = await run('invoice-approval', {}, [
    complete('Task_extract', unsure),
    decide('Task_review', 'reject', { comment: 'Not our order.', variables: { costCentre: '4120' } }),
  ]);
  expect(ended).toContain('End_returned');
  expect(variables.supplierMessage).toContain('Not our order.');
});

it('a reminder is written after four hours while the approval goes on waiting', async () => {
  const { status, ended } = await run('invoice-approval', {}, [
    complete('Task_extract', unsure),
    fire('Timer_reminder'),
  ]);
  expect(status).toBe('running');
  expect(ended).toContain('End_reminded');
});

const prepared = { contractSigned: true, equipment: ['laptop'] };

it('an onboarding is signed off by somebody who neither started nor prepared it', async () => {
  const { status, variables } = await run('employee-onboarding', {}, [
    decide('Task_prepare', null, { by: ANNA, variables: prepared }),
    decide('Task_signOff', 'approve', { by: BEN }),
  ]);
  expect(status).toBe('completed');
  expect(variables.welcomeMail).toContain('Sofia Ortega');
});

it('an onboarding can’t be signed off by who started it', async () => {
  const steps = [
    decide('Task_prepare', null, { by: BEN, variables: prepared }),
    decide('Task_signOff', 'approve', { by: ANNA }),
  ];
  await expect(run('employee-onboarding', {}, steps)).rejects.toThrow('four-eyes');
});

it('an onboarding that is sent back is prepared again', async () => {
  const { ended } = await run('employee-onboarding', {}, [
    decide('Task_prepare', null, { by: ANNA, variables: prepared }),
    decide('Task_signOff', 'reject', { by: BEN, comment: 'No desk yet.' }),
    decide('Task_prepare', null, { by: ANNA, variables: prepared }),
    decide('Task_signOff', 'approve', { by: BEN }),
  ]);
  expect(ended.filter((id) => id === 'Task_prepare')).toHaveLength(2);
});

const classified = {
  classification: answer({ category: 'damage', severity: 'medium', summary: 'Broken lamps' }, 1, false),
};
const drafted = { draft: answer({ reply: 'Dear Marta …', suggestion: 'approve' }, 0.9, false) };

it('a drafted reply goes out when a person approves it', async () => {
  const { status, variables } = await run('complaint-triage', {}, [
    complete('Task_classify', classified),
    complete('Task_draft', drafted),
    decide('Task_check', 'approve'),
  ]);
  expect(status).toBe('completed');
  expect(variables.reply).toBe('Dear Marta …');
});

it('a small and clear complaint is answered at once', async () => {
  const { status, ended } = await run('complaint-triage', { claim: 20 }, [
    complete('Task_classify', classified),
  ]);
  expect([status, ended.at(-1)]).toEqual(['completed', 'End_answered']);
});
