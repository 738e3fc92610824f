import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import type { ProcessDocument } from '@/lib/document';
import { samples } from '@/lib/samples';
import { sampleXml } from '@/lib/samples/read';
import {
  begin,
  changedVariables,
  compileDraft,
  defaultStep,
  nextTimer,
  perform,
  predictedFlows,
  runScenario,
  type Session,
  type Step,
  scenarioOf,
  waitingOf,
} from '.';

async function invoice(): Promise<ProcessDocument> {
  const imported = importBpmn(await sampleXml('invoice-approval'));
  if (!imported.ok) throw new Error(imported.message);
  return imported.document;
}

const variables = samples.find(({ id }) => id === 'invoice-approval')!.variables;

async function started(): Promise<Session> {
  const compiled = compileDraft(await invoice());
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  const begun = begin(compiled.executables[0]!, { start: { variables } });
  if (!begun.ok) throw new Error(begun.message);
  return begun.session;
}

function play(session: Session, ...steps: Step[]): Session {
  return steps.reduce((at, step) => {
    const moved = perform(at, step);
    if (!moved.ok) throw new Error(moved.message);
    return moved.session;
  }, session);
}

const waits = (session: Session) => waitingOf(session).map(({ elementId, kind }) => `${elementId} ${kind}`);

/** The simplest answer to the first wait that holds a token. */
function answered(session: Session): Session {
  const waiting = waitingOf(session).find(({ listens }) => !listens)!;
  return play(session, defaultStep(session, waiting)!);
}

describe('a simulated invoice', () => {
  it('waits for the AI, whose answer is made from its own prompt and schema', async () => {
    const session = await started();
    expect(waits(session)).toEqual(['Task_extract ai']);
    const step = defaultStep(session, waitingOf(session)[0]!);
    expect(step).toMatchObject({
      at: 'Task_extract',
      result: { extraction: { value: { amount: 12480, invoiceNumber: 'RE-20931' }, belowThreshold: false } },
    });
  });

  it('asks at a gateway, says what its conditions say, and takes another flow for one pass', async () => {
    const session = answered(await started());
    expect(waits(session)).toEqual(['Gateway_sure gateway']);
    const waiting = waitingOf(session)[0]!;
    expect(predictedFlows(session, waiting)).toEqual({ flows: ['Flow_unsure'] });
    const followed = play(session, { at: 'Gateway_sure', flows: [] });
    expect(waits(followed)).toContain('Task_review approval');
    const chosen = play(session, { at: 'Gateway_sure', flows: ['Flow_sure'] });
    expect(chosen.state.status).toBe('completed');
  });

  it('fires the timer on the border when the clock jumps to it', async () => {
    const session = answered(answered(await started()));
    const timer = nextTimer(session)!;
    expect(timer).toMatchObject({ elementId: 'Timer_reminder', listens: true });
    const later = play(session, { at: 'Timer_reminder', timer: 'fire' });
    expect(later.now).toBe(timer.dueAt);
    expect(waits(later)).toContain('Task_review approval');
    expect(play(session, { wait: 'P1D' }).now).toBe('2026-01-06T09:00:00.000Z');
  });

  it('lets a person decide, and refuses in words what they may not', async () => {
    const session = answered(answered(await started()));
    const refused = perform(session, { at: 'Task_review', form: {}, outcome: 'reject' });
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('needs a comment') });
    expect(perform(session, { at: 'Task_post', result: {} })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/doesn’t wait for work now: waiting is “Review and approve invoice”/),
    });
    expect(perform(session, { at: 'Nowhere', result: {} })).toMatchObject({
      message: 'The process has no step “Nowhere”.',
    });
  });

  it('leaves the session before a step as it was', async () => {
    const session = await started();
    const before = JSON.stringify(session);
    answered(session);
    expect(JSON.stringify(session)).toBe(before);
  });

  it('fails technically, and is repaired', async () => {
    const session = play(await started(), { at: 'Task_extract', fail: 'No answer' });
    expect(waitingOf(session)).toMatchObject([{ kind: 'incident', incident: { message: 'No answer' } }]);
    expect(waits(play(session, { at: 'Task_extract', retry: {} }))).toEqual(['Task_extract ai']);
  });

  it('becomes a scenario that passes on the same draft', async () => {
    let session = await started();
    while (session.state.status === 'running') session = answered(session);
    const scenario = scenarioOf(session, 'Large invoice', changedVariables(session));
    expect(scenario.steps).toMatchObject([
      { at: 'Task_extract', result: {} },
      { at: 'Task_review', outcome: 'approve' },
    ]);
    expect(scenario.expect).toMatchObject({ status: 'completed', ends: ['End_posted'] });
    const result = runScenario(await invoice(), scenario);
    expect(result.ok ? '' : result.difference.message).toBe('');
  });
});
