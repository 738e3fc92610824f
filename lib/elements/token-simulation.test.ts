import { afterAll, describe, expect, it } from 'vitest';
import { corporaMissing } from '@/lib/bpmn/corpora';
import { plus } from '@/lib/testing/conformance/token-simulation/counts';
import { DIFFERENCES, EVENT_GATEWAYS } from '@/lib/testing/conformance/token-simulation/differences';
import type { Seen } from '@/lib/testing/conformance/token-simulation/expected';
import { scenarios } from '@/lib/testing/conformance/token-simulation/manifest';
import { type Look, play } from '@/lib/testing/conformance/token-simulation/play';

const all = scenarios();
const differing = new Set(DIFFERENCES.map(({ scenario }) => scenario));
const choosing = new Set<string>();
const passed = new Set<string>();

const ids = all.map(({ id }) => id);
/** Another choice of the corpus may lack the scenarios that are known to differ; then it lacks all of them. */
const ours = ids.some((id) => differing.has(id));

/** What the standard gives: the simulator's account, put right where the two are known to differ. */
function wanted(
  scenario: string,
  look: number,
  { expected, chosen }: Look,
): Seen & { mayLeave: Look['expected']['left'] } {
  const put = DIFFERENCES.filter((each) => each.scenario === scenario && (each.look ?? 0) === look);
  return put.reduce(
    (before, { flows, entered, left, active }) => ({
      flows: plus(before.flows, flows),
      entered: plus(before.entered, entered),
      left: plus(before.left, left),
      mayLeave: plus(before.mayLeave, left),
      active: plus(before.active, active),
    }),
    { ...expected, flows: plus(expected.flows, chosen) },
  );
}

/** What is left more or less often than the simulator allows. */
const strangelyLeft = ({ left }: Seen, want: ReturnType<typeof wanted>): string[] =>
  [...new Set([...Object.keys(left), ...Object.keys(want.left)])].filter((element) => {
    const [times = 0, least = 0, most = 0] = [left[element], want.left[element], want.mayLeave[element]];
    return times < least || times > Math.max(least, most);
  });

describe.skipIf(corporaMissing)('token scenarios that nobody here wrote', () => {
  afterAll(() => {
    const differs = (id: string) => differing.has(id) || choosing.has(id);
    const same = [...passed].filter((id) => !differs(id)).length;
    const standard = [...passed].filter(differs).length;
    console.info(
      `token simulation: ${passed.size} of ${all.length} scenarios as the standard has them (${same} like the simulator, ${standard} where it differs from the standard)`,
    );
  });

  it('are found', () => expect(all).not.toEqual([]));

  it.each(all.map((each) => [each.id, each] as const))('%s', (id, scenario) => {
    const { looks, violations } = play(scenario);
    looks.forEach((look, index) => {
      if (Object.keys(look.chosen).length > 0) choosing.add(id);
      const { flows, entered, active, ...want } = wanted(id, index, look);
      expect({ flows: look.seen.flows, entered: look.seen.entered, active: look.seen.active }).toEqual({
        flows,
        entered,
        active,
      });
      expect(strangelyLeft(look.seen, { flows, entered, active, ...want })).toEqual([]);
    });
    expect(violations).toEqual([]);
    passed.add(id);
  });

  it('are known where they take a flow from an event-based gateway', () => {
    expect(EVENT_GATEWAYS.scenarios.filter((id) => ours && !choosing.has(id))).toEqual([]);
  });

  it('lets a token end at an exclusive gateway whose flows nobody chose', () => {
    const file = 'inclusive-gateway-visiting-token.bpmn';
    const look = {
      do: 'expect' as const,
      sequenceFlowsTaken: [],
      elementsEntered: [],
      elementsLeft: [],
      rawTrace: [],
    };
    const steps = [{ do: 'trigger' as const, element: 'StartEvent_1' }, look];
    expect(play({ id: 'unconfigured', file, steps }).looks.map(({ seen }) => seen)).toMatchObject([
      { flows: { Flow_1: 1 }, entered: { ExclusiveGateway: 1 }, active: {} },
    ]);
  });

  it.each(ours ? DIFFERENCES.map((each) => [each.scenario, each] as const) : [])(
    '%s differs from the simulator for a clause of the standard',
    (scenario, { clause, why, flows, entered, left, active }) => {
      expect(ids).toContain(scenario);
      expect(clause).toMatch(/^\d+(?:\.\d+)+(?:, [A-Z][A-Za-z -]+)?$/);
      expect(why).toMatch(/\.$/);
      // a difference that makes none would pass unnoticed
      expect(Object.keys({ ...flows, ...entered, ...left, ...active })).not.toEqual([]);
    },
  );
});
