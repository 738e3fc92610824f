import type { InlineValue, ProcessDocument } from '@/engine/compile/document';
import { also, type Drawn, draw, extensions } from '@/engine/compile/testing/draw';

/** Start > X > End, with X as given. */
const around = (X: Drawn) => draw({ S: 'StartEvent', X, E: 'EndEvent' }, ['S > X', 'X > E']);
const step = (type: string, ...values: InlineValue[]): Drawn => ({ type, values: extensions(...values) });
const group = { $type: 'zeebe:AssignmentDefinition', candidateGroups: 'finance' };
const approval = (properties: object) =>
  around(step('UserTask', group, { $type: 'countersign:Approval', ...properties }));
const aiCall = (properties: object) =>
  around(
    step('ServiceTask', {
      $type: 'countersign:AiCall',
      userPrompt: 'x',
      outputSchema: '{"type":"object","properties":{"a":{"type":"string"}}}',
      ...properties,
    }),
  );
const outcome = (id: string, tone: string) => ({ $type: 'countersign:Outcome', id, label: id, tone });

/** Invalid examples of what elements say themselves; those of the rules about diagrams are in their own tests. */
export const EXAMPLES: readonly [name: string, document: ProcessDocument][] = [
  [
    'an AI call without output',
    around(step('ServiceTask', { $type: 'countersign:AiCall', userPrompt: 'x' })),
  ],
  [
    'an AI call that asks a model twice',
    aiCall({
      fallbacks: [{ $type: 'countersign:Fallback', provider: 'b' }, { $type: 'countersign:Fallback' }],
    }),
  ],
  ['an AI call whose limit leads to nobody', aiCall({ onBudget: 'fallback' })],
  ['an approval without answers', approval({})],
  ['an approval that can only be approved', approval({ outcomes: [outcome('ok', 'positive')] })],
  ['an approval that can only be rejected', approval({ outcomes: [outcome('no', 'negative')] })],
  [
    'an approval with a suggestion of nobody',
    approval({ aiSource: 'Gone', outcomes: [outcome('ok', 'positive'), outcome('no', 'negative')] }),
  ],
  [
    'an event on a border that leads nowhere',
    draw(
      {
        S: 'StartEvent',
        A: step('UserTask', group),
        E: 'EndEvent',
        B: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' }, events: ['Error'] },
      },
      ['S > A', 'A > E'],
    ),
  ],
  [
    'a call of a version that is no number',
    around({
      type: 'CallActivity',
      attrs: {
        calledElement: 'other',
        'camunda:calledElementBinding': 'version',
        'camunda:calledElementVersion': 'x',
      },
    }),
  ],
  [
    'a decision of a version that is no number',
    around({
      type: 'BusinessRuleTask',
      attrs: {
        'camunda:decisionRef': 'd',
        'camunda:decisionRefBinding': 'version',
        'camunda:decisionRefVersion': 'x',
      },
    }),
  ],
  [
    'a start inside a sub-process',
    draw(
      {
        S: 'StartEvent',
        Sub: 'SubProcess',
        R: { type: 'ReceiveTask', attrs: { instantiate: true }, in: 'Sub' },
        F: { type: 'EndEvent', in: 'Sub' },
        E: 'EndEvent',
      },
      ['S > Sub', 'Sub > E', 'R > F'],
    ),
  ],
  [
    'a wait for all events in the middle',
    also(
      draw(
        {
          S: 'StartEvent',
          G: { type: 'EventBasedGateway', attrs: { eventGatewayType: 'Parallel' } },
          A: { type: 'IntermediateCatchEvent', events: ['Signal'] },
          B: { type: 'IntermediateCatchEvent', events: ['Signal'] },
          E: 'EndEvent',
          F: 'EndEvent',
        },
        ['S > G', 'G > A', 'G > B', 'A > E', 'B > F'],
      ),
      {},
    ),
  ],
];
