import { describe, expect, it } from 'vitest';
import type { ProcessDocument } from '../document';
import { BPMNLINT_RECOMMENDED } from '../testing/bpmnlint';
import { also, type Drawn, draw } from '../testing/draw';
import { shown } from '../testing/shown';
import { lint } from './lint';
import { diagramRules } from './rules';

const ends = { E: 'EndEvent', F: 'EndEvent' };
const start = { S: 'StartEvent' };
const decided = { type: 'ExclusiveGateway', refs: { default: 'd' } };
const inside = (type: string, more: Record<string, Drawn>, attrs = {}) =>
  draw(
    { ...start, X: { type, attrs }, ...more, E: 'EndEvent' },
    attrs === NONE ? ['S > X', 'X > E'] : ['S > E'],
  );
const NONE = {};

/** For each rule that is meant here too, what it finds and which of ours find it. */
const FOUND: Partial<Record<(typeof BPMNLINT_RECOMMENDED)[number], [ProcessDocument, string[]][]>> = {
  'ad-hoc-sub-process': [
    [inside('AdHocSubProcess', { A: { type: 'StartEvent', in: 'X' } }, NONE), ['ad-hoc-content']],
    [inside('AdHocSubProcess', { A: { type: 'EndEvent', in: 'X' } }, NONE), ['ad-hoc-content']],
  ],
  'conditional-flows': [
    [draw({ ...start, G: decided, ...ends }, ['S > G', 'G > E', 'd: G > F']), ['gateway-conditions']],
    [draw({ ...start, A: 'Task', ...ends }, ['S > A', 'A > E ? =x', 'A > F']), ['mixed-conditions']],
  ],
  'end-event-required': [
    [draw({ ...start, A: 'Task' }, ['S > A']), ['missing-end']],
    [draw({ ...start, A: 'Task', B: 'Task' }, ['S > A', 'A > B', 'B > A']), ['end-reachable']],
  ],
  'event-based-gateway': [
    [
      draw({ ...start, G: 'EventBasedGateway', W: { type: 'IntermediateCatchEvent', events: ['Timer'] } }, [
        'S > G',
        'G > W ? =x',
      ]),
      ['event-gateway'],
    ],
  ],
  'event-sub-process-typed-start-event': [
    [
      inside('SubProcess', { A: { type: 'StartEvent', in: 'X' } }, { triggeredByEvent: true }),
      ['event-sub-process'],
    ],
  ],
  'fake-join': [
    [
      draw({ ...start, A: 'Task', B: 'Task', C: 'Task' }, ['S > A', 'S > B', 'A > C', 'B > C']),
      ['implicit-join'],
    ],
    [
      draw({ ...start, A: 'Task', B: 'Task', C: 'IntermediateThrowEvent' }, [
        'S > A',
        'S > B',
        'A > C',
        'B > C',
      ]),
      ['implicit-join'],
    ],
  ],
  global: [
    [also(draw(start, []), { M: { type: 'Message', attrs: { name: 'M' } } }), ['unused-definition']],
    [
      also(draw(start, []), {
        M: { type: 'Signal', attrs: { name: 'same' } },
        N: { type: 'Signal', attrs: { name: 'same' } },
      }),
      ['duplicate-definition'],
    ],
  ],
  'label-required': [
    [draw({ S: { type: 'StartEvent', attrs: { name: '' } } }, []), ['name']],
    [draw({ ...start, G: decided, ...ends }, ['S > G', 'G > E ? =x', 'd: G > F']), ['name']],
  ],
  'link-event': [
    [draw({ ...start, L: { type: 'IntermediateThrowEvent', events: ['Link'] } }, ['S > L']), ['link-events']],
  ],
  'no-bpmndi': [[shown(draw({ ...start, E: 'EndEvent' }, ['S > E']), { S: [0, 0, 36, 36] }), ['not-drawn']]],
  'no-disconnected': [[draw({ ...start, A: 'Task', E: 'EndEvent' }, ['S > E']), ['disconnected']]],
  'no-duplicate-sequence-flows': [
    [draw({ ...start, E: 'EndEvent' }, ['S > E', 'S > E']), ['duplicate-flow']],
  ],
  'no-gateway-join-fork': [
    [
      draw({ ...start, A: 'Task', G: 'ParallelGateway', ...ends }, [
        'S > G',
        'S > A',
        'A > G',
        'G > E',
        'G > F',
      ]),
      ['join-and-split'],
    ],
  ],
  'no-implicit-end': [[draw({ ...start, A: 'Task' }, ['S > A']), ['dead-end']]],
  'no-implicit-split': [
    [draw({ ...start, A: 'Task', ...ends }, ['S > A', 'A > E', 'A > F']), ['implicit-split']],
  ],
  'no-implicit-start': [
    [draw({ ...start, A: 'Task', ...ends }, ['S > E', 'A > F']), ['disconnected']],
    [draw({ A: 'Task', E: 'EndEvent' }, ['A > E']), ['start-event']],
  ],
  'no-overlapping-elements': [
    [shown(draw({ A: 'Task', B: 'Task' }, []), { A: [0, 0, 100, 80], B: [10, 10, 100, 80] }), ['overlap']],
  ],
  'single-blank-start-event': [
    [draw({ ...start, T: 'StartEvent', ...ends }, ['S > E', 'T > F']), ['start-event']],
  ],
  'start-event-required': [[draw({ A: 'Task', E: 'EndEvent' }, ['A > E']), ['start-event']]],
  'sub-process-blank-start-event': [
    [
      inside('SubProcess', { A: { type: 'StartEvent', in: 'X', events: ['Timer'] } }, NONE),
      ['event-trigger'],
    ],
  ],
  'superfluous-gateway': [
    [draw({ ...start, G: 'ExclusiveGateway', E: 'EndEvent' }, ['S > G', 'G > E']), ['superfluous-gateway']],
  ],
  'superfluous-label': [[named(draw({ ...start, E: 'EndEvent' }, ['f: S > E'])), ['superfluous-label']]],
  'superfluous-termination': [
    [
      draw({ ...start, T: { type: 'EndEvent', events: ['Terminate'] } }, ['S > T']),
      ['superfluous-termination'],
    ],
  ],
};

function named(document: ProcessDocument): ProcessDocument {
  document.elements.f!.attrs.name = 'then';
  return document;
}

/** What bpmnlint calls wrong and the standard and our engine allow. */
const NOT_MEANT = ['no-complex-gateway', 'no-inclusive-gateway', 'single-event-definition'];

describe('the rules that bpmnlint recommends', () => {
  it('are each covered by one of ours, or not meant', () => {
    expect([...Object.keys(FOUND), ...NOT_MEANT].sort()).toEqual([...BPMNLINT_RECOMMENDED].sort());
  });

  it.each(Object.entries(FOUND).flatMap(([name, found]) => found.map((each) => [name, ...each] as const)))(
    '%s: found as well',
    (_name, document, codes) => {
      const found = new Set(lint(document, diagramRules).map(({ code }) => code));
      expect(codes.filter((code) => !found.has(code))).toEqual([]);
    },
  );
});
