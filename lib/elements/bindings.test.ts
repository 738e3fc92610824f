import { describe, expect, it } from 'vitest';
import type { ProcessDocument } from '@/engine/compile/document';
import { type Drawn, draw, extensions } from '@/engine/compile/testing/draw';
import { extension } from '@/lib/document';
import { aiCallSchema } from './ai-call/schema';
import { approvalSchema } from './approval/bpmn';
import { kindOf } from './catalogue';
import { common } from './common/bpmn';
import { loopBinding, loopSchema } from './loop/bpmn';
import { applyPatch } from './patch';
import { specOf } from './registry';

/** Writes a view and reads it back. */
function written(
  document: ProcessDocument,
  id: string,
  view: unknown,
): { document: ProcessDocument; view: unknown } {
  const spec = specOf(document, id);
  const after = applyPatch(document, spec.bpmn.write(spec.schema.parse(view), document, id));
  return { document: after, view: spec.bpmn.read(after, id) };
}

const foreign = { $type: 'signavio:signavioMetaData', metaKey: 'x', metaValue: 'y' };
const of = (type: string, own: string, more: object = {}): Drawn => ({
  type,
  values: extensions(foreign, { $type: own, ...more }),
});

const form = { json: '{"fields":[]}', foreign: null };
const timer = { kind: 'cycle', value: 'R3/PT1H' };
const task = {
  assignee: 'mia',
  candidateUsers: '',
  candidateGroups: 'finance',
  dueDate: 'PT4H',
  priority: '50',
  reminder: 'R3/PT24H',
  calendar: 'office',
  form,
};
const VIEWS: [name: string, drawn: Drawn, view: object][] = [
  [
    'ai-call',
    of('ServiceTask', 'countersign:AiCall', { threshold: 0.5, unknown: 'kept' }),
    aiCallSchema.parse({
      provider: 'p',
      model: 'm',
      fallbacks: [{ provider: 'q', model: 'n' }, { provider: '', model: 'n' }, { provider: 'r' }],
      temperature: 0.2,
      maxTokens: 100,
      maxCost: 0.05,
      maxCostPerDay: 0,
      currency: 'USD',
      onBudget: 'fallback',
      requireQuotes: true,
      systemPrompt: 's',
      userPrompt: 'u {{x}}',
      outputSchema: '{}',
      retries: 0,
      threshold: 0,
    }),
  ],
  [
    'business-rule-task',
    of('BusinessRuleTask', 'zeebe:CalledDecision', { bindingType: 'latest' }),
    { decisionId: '=x', binding: 'version', version: '3', resultVariable: 'y', mapping: 'singleEntry' },
  ],
  [
    'business-rule-task',
    {
      type: 'BusinessRuleTask',
      attrs: { 'camunda:decisionRef': 'old', 'camunda:decisionRefVersionTag': 'v1' },
    },
    { decisionId: 'x', binding: 'tag', version: 'v2', resultVariable: 'y', mapping: 'value' },
  ],
  [
    'business-rule-task',
    of('BusinessRuleTask', 'zeebe:CalledDecision', { bindingType: 'versionTag', versionTag: 'v1' }),
    { decisionId: 'x', binding: 'deployment', version: '', resultVariable: 'y', mapping: 'resultList' },
  ],
  [
    'approval',
    of('UserTask', 'countersign:Approval'),
    approvalSchema.parse({
      ...task,
      requiredIf: '=x',
      notInitiator: true,
      notDoneBy: ['A', 'B'],
      aiSource: 'A',
      quorum: 'share',
      quorumValue: 60,
      quorumOf: 5,
      rejection: 'first',
      signature: true,
      meaning: 'I have read it.',
      outcomes: [{ id: 'yes', label: 'Yes', tone: 'positive', commentRequired: true }],
      sentence: 'You decide',
    }),
  ],
  [
    'http-call',
    of('ServiceTask', 'countersign:Http'),
    {
      method: 'POST',
      url: '="https://x/" + id',
      headers: [{ name: 'A', value: 'b' }],
      body: '=x',
      secret: 'ERP',
      timeout: 'PT5S',
      retries: 1,
      resultVariable: 'r',
    },
  ],
  ['service-task', 'ServiceTask', { type: 'score', retries: 5, headers: [{ key: 'a', value: 'b' }] }],
  ['script-task', 'ScriptTask', { script: '=1 + 1', language: 'feel', resultVariable: 'two' }],
  ['user-task', 'UserTask', task],
  ['start-event', 'StartEvent', { trigger: 'none', interrupting: true, form }],
  [
    'start-event',
    { type: 'StartEvent', events: ['Message'] },
    {
      trigger: 'message',
      interrupting: false,
      form: { json: '', foreign: null },
      message: { name: 'Order', correlationKey: '=orderId', timeToLive: '' },
    },
  ],
  ['catch-event', { type: 'IntermediateCatchEvent', events: ['Timer'] }, { trigger: 'timer', timer }],
  [
    'catch-event',
    { type: 'IntermediateCatchEvent', events: ['Signal'] },
    { trigger: 'signal', signal: { name: '="S" + x' } },
  ],
  [
    'catch-event',
    { type: 'IntermediateCatchEvent', events: ['Conditional'] },
    { trigger: 'conditional', conditional: { condition: '=x > 1' } },
  ],
  [
    'catch-event',
    { type: 'IntermediateCatchEvent', events: ['Link'] },
    { trigger: 'link', link: { name: 'L' } },
  ],
  [
    'catch-event',
    { type: 'IntermediateCatchEvent', events: ['Message', 'Timer'] },
    { trigger: 'multiple', message: { name: 'M', correlationKey: '', timeToLive: '' }, timer },
  ],
  [
    'throw-event',
    { type: 'IntermediateThrowEvent', events: ['Message'] },
    { trigger: 'message', message: { name: 'M', correlationKey: '=id', timeToLive: 'PT1H' } },
  ],
  [
    'throw-event',
    { type: 'IntermediateThrowEvent', events: ['Compensate'] },
    { trigger: 'compensation', compensation: { activity: 'X', wait: false } },
  ],
  ['throw-event', 'IntermediateThrowEvent', { trigger: 'none' }],
  [
    'boundary-event',
    { type: 'BoundaryEvent', events: ['Timer'] },
    { trigger: 'timer', interrupting: false, timer },
  ],
  [
    'boundary-event',
    { type: 'BoundaryEvent', events: ['Error'] },
    { trigger: 'error', interrupting: true, error: { code: 'E1' } },
  ],
  [
    'boundary-event',
    { type: 'BoundaryEvent', events: ['Escalation'] },
    { trigger: 'escalation', interrupting: false, escalation: { code: 'E1' } },
  ],
  [
    'boundary-event',
    { type: 'BoundaryEvent', events: ['Cancel'] },
    { trigger: 'cancel', interrupting: true },
  ],
  ['end-event', { type: 'EndEvent', events: ['Error'] }, { trigger: 'error', error: { code: 'E1' } }],
  ['end-event', { type: 'EndEvent', events: ['Terminate'] }, { trigger: 'terminate' }],
  ['receive-task', 'ReceiveTask', { message: { name: 'M', correlationKey: '=id', timeToLive: '' } }],
  [
    'send-task',
    { type: 'SendTask', refs: { messageRef: 'gone' } },
    { message: { name: 'M', correlationKey: '=id', timeToLive: 'PT5M' } },
  ],
  [
    'call-activity',
    'CallActivity',
    {
      process: 'Other',
      binding: 'tag',
      version: 'v2',
      businessKey: '=id',
      allParentVariables: false,
      allChildVariables: false,
    },
  ],
  [
    'call-activity',
    { type: 'CallActivity', attrs: { calledElement: 'Old' } },
    {
      process: '=next',
      binding: 'version',
      version: '3',
      businessKey: '',
      allParentVariables: true,
      allChildVariables: true,
    },
  ],
  ['complex-gateway', 'ComplexGateway', { activationCondition: 'activationCount >= 2' }],
  ['event-based-gateway', 'EventBasedGateway', { instantiate: true, parallel: true }],
  [
    'ad-hoc-sub-process',
    'AdHocSubProcess',
    {
      sequential: true,
      completionCondition: '=done',
      cancelRemaining: false,
      activeElements: '=["A"]',
      outputCollection: 'results',
      outputElement: '=result',
    },
  ],
  ['annotation', 'TextAnnotation', { text: 'Hello' }],
];

const LOOPS: [name: string, drawn: Drawn, view: object][] = [
  ['standard', 'Task', { kind: 'standard', condition: '=x < 3', testBefore: true, maximum: 5 }],
  ['standard, endless', 'UserTask', { kind: 'standard' }],
  [
    'parallel',
    'Task',
    {
      kind: 'parallel',
      collection: '=items',
      inputElement: 'item',
      outputCollection: 'results',
      outputElement: '=result',
      completionCondition: '=done',
    },
  ],
  ['sequential', 'SubProcess', { kind: 'sequential', cardinality: '3' }],
];

describe('what is written', () => {
  it.each(VIEWS)('as %s is read back', (kind, drawn, view) => {
    const document = draw({ X: drawn }, []);
    expect(kindOf(document, 'X')).toBe(kind);
    expect(written(document, 'X', view).view).toEqual(view);
  });

  it.each(VIEWS)('as %s changes nothing the second time', (_kind, drawn, view) => {
    const once = written(draw({ X: drawn }, []), 'X', view).document;
    expect(written(once, 'X', view).document).toEqual(once);
  });

  it('keeps extensions and attributes nobody here knows', () => {
    const [, drawn, view] = VIEWS[0]!;
    const { document } = written(draw({ X: drawn }, []), 'X', view);
    expect(extension(document, 'X', 'signavio:signavioMetaData')).toEqual(foreign);
    expect(extension(document, 'X', 'countersign:AiCall')).toMatchObject({ unknown: 'kept', threshold: 0 });
  });

  it('shares one error between events that throw and catch it', () => {
    const document = draw(
      { X: { type: 'EndEvent', events: ['Error'] }, Y: { type: 'BoundaryEvent', events: ['Error'] } },
      [],
    );
    const once = written(document, 'X', { trigger: 'error', error: { code: 'E1' } }).document;
    const twice = written(once, 'Y', { trigger: 'error', error: { code: 'E1' } }).document;
    expect(Object.values(twice.elements).filter((each) => each.type === 'bpmn:Error')).toHaveLength(1);
  });

  it('sets and unsets a default path on its source', () => {
    const document = draw({ G: 'ExclusiveGateway', E: 'EndEvent' }, ['f: G > E']);
    const set = written(document, 'f', { condition: '', isDefault: true });
    expect([set.view, set.document.elements.G?.refs.default]).toEqual([
      { condition: '', isDefault: true },
      'f',
    ]);
    expect(
      written(set.document, 'f', { condition: '=x', isDefault: false }).document.elements.G?.refs,
    ).toEqual({});
  });

  it.each(LOOPS)('as a %s repetition', (_name, drawn, loop) => {
    const document = draw({ X: drawn }, []);
    const view = loopSchema.parse(loop);
    const after = applyPatch(document, loopBinding.write(view, document, 'X'));
    expect(loopBinding.read(after, 'X')).toEqual(view);
    expect(applyPatch(after, loopBinding.write(view, after, 'X'))).toEqual(after);
    const none = applyPatch(after, loopBinding.write(loopSchema.parse({}), after, 'X'));
    expect(none).toEqual(document);
  });

  it('one kind of repetition in place of another', () => {
    const document = draw({ X: 'Task' }, []);
    const standard = loopSchema.parse({ kind: 'standard', maximum: 3 });
    const first = applyPatch(document, loopBinding.write(standard, document, 'X'));
    const parallel = loopSchema.parse({ kind: 'parallel', cardinality: '3' });
    const second = applyPatch(first, loopBinding.write(parallel, first, 'X'));
    expect(loopBinding.read(second, 'X')).toEqual(parallel);
    expect(second.elements.X?.children.loopCharacteristics).toHaveLength(1);
  });

  it('name, documentation and mappings of any element', () => {
    const document = draw({ X: of('Task', 'other:Thing') }, []);
    const view = { name: 'N', documentation: 'D', inputs: [{ source: '=a', target: 'b' }], outputs: [] };
    const after = applyPatch(document, common.write(view, document, 'X'));
    expect(common.read(after, 'X')).toEqual(view);
    const cleared = { name: '', documentation: '', inputs: [], outputs: [] };
    expect(applyPatch(after, common.write(cleared, after, 'X')).elements.X?.values).toEqual(
      document.elements.X?.values,
    );
  });
});
