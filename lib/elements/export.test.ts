import { describe, expect, it } from 'vitest';
import { exportBpmn, importBpmn } from '@/lib/bpmn';
import { newDocument } from '@/lib/document';
import { kindById } from '@/lib/editing/kinds';
import { place } from '@/lib/editing/operations/drop';
import { done, planeId } from '@/lib/editing/testing/diagrams';
import { loopBinding, loopSchema } from './loop/bpmn';
import { applyPatch } from './patch';
import { specOf } from './registry';

/** A view of a newly drawn element, written to XML and read from it. */
function throughXml(kind: string, view: object) {
  const start = newDocument({ name: 'N', processId: 'P' });
  const drawn = done(place(start, kindById(kind), { plane: planeId(start), at: { x: 600, y: 900 } }));
  const id = drawn.select[0] ?? '';
  const spec = specOf(drawn.document, id);
  const written = applyPatch(drawn.document, spec.bpmn.write(spec.schema.parse(view), drawn.document, id));
  const imported = importBpmn(exportBpmn(written));
  if (!imported.ok) throw new Error(imported.message);
  const { document } = imported;
  return { read: specOf(document, id).bpmn.read(document, id), document, id };
}

describe('what is drawn survives as XML', () => {
  it.each([
    [
      'throw-event.message',
      { trigger: 'message', message: { name: 'M', correlationKey: '=id', timeToLive: 'PT1H' } },
    ],
    [
      'catch-event.message',
      { trigger: 'message', message: { name: 'M', correlationKey: '=id', timeToLive: '' } },
    ],
    ['end-event.escalation', { trigger: 'escalation', escalation: { code: 'E1' } }],
    ['catch-event.conditional', { trigger: 'conditional', conditional: { condition: '=x' } }],
    ['receive-task.instantiate', { message: { name: 'M', correlationKey: '=id', timeToLive: '' } }],
    [
      'call-activity',
      {
        process: 'Q',
        binding: 'version',
        version: '3',
        businessKey: '',
        allParentVariables: false,
        allChildVariables: true,
      },
    ],
    ['complex-gateway', { activationCondition: 'activationCount >= 2' }],
    ['event-based-gateway.parallel', { instantiate: true, parallel: true }],
    [
      'ad-hoc-sub-process',
      {
        sequential: true,
        completionCondition: '=x',
        cancelRemaining: false,
        activeElements: '=["A"]',
        outputCollection: 'r',
        outputElement: '=s',
      },
    ],
  ])('%s', (kind, view) => {
    expect(throughXml(kind, view).read).toEqual(view);
  });

  it('a repetition', () => {
    const view = loopSchema.parse({
      kind: 'parallel',
      collection: '=items',
      inputElement: 'item',
      completionCondition: '=x',
    });
    const { document, id } = throughXml('task', {});
    const looped = applyPatch(document, loopBinding.write(view, document, id));
    const imported = importBpmn(exportBpmn(looped));
    expect(imported.ok && loopBinding.read(imported.document, id)).toEqual(view);
  });
});
