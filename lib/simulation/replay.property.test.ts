import { describe, expect, it } from 'vitest';
import { Random } from '@/engine/testing/random';
import { importBpmn } from '@/lib/bpmn';
import { samples } from '@/lib/samples';
import { sampleXml } from '@/lib/samples/read';
import {
  begin,
  changedVariables,
  compileDraft,
  defaultStep,
  perform,
  runScenario,
  type Session,
  type Step,
  scenarioOf,
  waitingOf,
} from '.';
import { readScenario, scenarioText } from './text';

const SEEDS = process.env.COUNTERSIGN_DEEP ? 200 : 10;

/** Something that somebody could do now: mostly the simplest answer, at times another flow, a failure or a pause. */
function chooseStep(random: Random, session: Session): Step | undefined {
  if (random.chance(0.1)) return { wait: random.pick(['PT1H', 'P3D']) };
  const waiting = random.pick(waitingOf(session));
  const at = waiting.elementId;
  const { outgoing = [] } = session.executable.nodes[at] ?? {};
  if (waiting.kind === 'gateway' && random.chance(0.6)) return { at, flows: [random.pick(outgoing)] };
  if (waiting.kind === 'ai' && random.chance(0.2)) return { at, fail: 'No answer' };
  if (waiting.kind === 'incident') return { at, retry: {} };
  return defaultStep(session, waiting);
}

function walk(random: Random, start: Session): Session {
  let session = start;
  for (let steps = 0; steps < 25 && session.state.status === 'running'; steps += 1) {
    const step = chooseStep(random, session);
    const moved = step && perform(session, step);
    if (moved?.ok) session = moved.session;
  }
  return session;
}

describe.each(samples.map((sample) => [sample.id, sample.variables] as const))(
  'any path through %s',
  (id, variables) => {
    it(`passes as a scenario, also when it is read from its text (${SEEDS} seeds)`, async () => {
      const imported = importBpmn(await sampleXml(id));
      if (!imported.ok) throw new Error(imported.message);
      const compiled = compileDraft(imported.document);
      if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
      const lengths = new Set<number>();
      for (let seed = 0; seed < SEEDS; seed += 1) {
        const begun = begin(compiled.executables[0]!, { start: { variables } });
        if (!begun.ok) throw new Error(begun.message);
        const session = walk(new Random(seed), begun.session);
        const scenario = scenarioOf(session, `Seed ${seed}`, changedVariables(session));
        const read = readScenario(scenarioText(scenario));
        if (!read.ok) throw new Error(`seed ${seed}: ${read.message}`);
        const result = runScenario(imported.document, read.scenario);
        expect(result.ok ? '' : `seed ${seed}: ${result.difference.message}`).toBe('');
        lengths.add(session.steps.length);
      }
      expect(lengths.size).toBeGreaterThan(1);
    });
  },
);
