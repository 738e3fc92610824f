import { z } from 'zod';
import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { childrenOf, expressionText, newElement, newId, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, vendorAttribute, withExtensions } from '../extension-values';
import { applyPatch, type DocumentPatch, joinPatches } from '../patch';
import { writeExpressions } from '../write-expressions';

/** How an activity is repeated. */
export const loopSchema = z.object({
  /** `standard`: while a condition holds; the others once for each of several items. */
  kind: z.enum(['none', 'standard', 'parallel', 'sequential']).default('none'),
  /** Standard: FEEL; it is repeated as long as this is true. */
  condition: z.string().default(''),
  testBefore: z.boolean().default(false),
  /** Standard: at most so often; null without limit. */
  maximum: z.number().int().min(0).nullable().default(null),
  /** FEEL giving the list of items; else `cardinality` says how often. */
  collection: z.string().default(''),
  inputElement: z.string().default(''),
  outputCollection: z.string().default(''),
  outputElement: z.string().default(''),
  cardinality: z.string().default(''),
  completionCondition: z.string().default(''),
});
export type LoopView = z.infer<typeof loopSchema>;

const STANDARD = 'bpmn:StandardLoopCharacteristics';
const MULTI = 'bpmn:MultiInstanceLoopCharacteristics';

/** The entry that says how an activity is repeated. */
const loopOf = (document: ProcessDocument, id: string): DocElement | undefined =>
  childrenOf(document, id, 'loopCharacteristics')[0];

export const loopBinding: BpmnBinding<LoopView> = {
  read: (document, id) => readLoop(loopOf(document, id)),
  write(view, document, id) {
    const present = loopOf(document, id);
    const type = view.kind === 'standard' ? STANDARD : MULTI;
    const remove = present && (view.kind === 'none' || present.type !== type) ? [present.id] : [];
    if (view.kind === 'none') return { remove };
    if (present?.type === type) return change(view, document, present);
    const fresh = newElement(type, newId('Loop', document), id, 'loopCharacteristics');
    const around = applyPatch(document, { create: [fresh] });
    const made = applyPatch(around, change(view, around, fresh)).elements[fresh.id] ?? fresh;
    return { remove, create: [made] };
  },
};

const NOT_REPEATED = loopSchema.parse({});

function readLoop(loop: DocElement | undefined): LoopView {
  if (!loop) return NOT_REPEATED;
  const text = (property: string) => (expressionText(loop, property) ?? '').trim();
  if (loop.type === STANDARD) {
    const { testBefore, loopMaximum } = loop.attrs;
    return loopSchema.parse({
      kind: 'standard',
      condition: text('loopCondition'),
      testBefore: testBefore === true,
      maximum: loopMaximum === undefined || loopMaximum === '' ? null : Number(loopMaximum),
    });
  }
  const zeebe = extensionOf(loop, 'zeebe:LoopCharacteristics');
  return {
    ...loopSchema.parse({}),
    kind: loop.attrs.isSequential === true ? 'sequential' : 'parallel',
    collection: textOf(zeebe, 'inputCollection') ?? vendorAttribute(loop, 'collection') ?? '',
    inputElement: textOf(zeebe, 'inputElement') ?? vendorAttribute(loop, 'elementVariable') ?? '',
    outputCollection: textOf(zeebe, 'outputCollection') ?? '',
    outputElement: textOf(zeebe, 'outputElement') ?? '',
    cardinality: text('loopCardinality'),
    completionCondition: text('completionCondition'),
  };
}

/** Changes to the entry that say what the view says; items are written in Zeebe's words. */
function change(view: LoopView, document: ProcessDocument, loop: DocElement): DocumentPatch {
  if (loop.type === STANDARD)
    return joinPatches(
      {
        update: { [loop.id]: { attrs: { testBefore: view.testBefore || null, loopMaximum: view.maximum } } },
      },
      writeExpressions(document, loop.id, { loopCondition: view.condition }),
    );
  const before = readLoop(loop);
  const { collection: inputCollection, inputElement, outputCollection, outputElement } = view;
  const items = { inputCollection, inputElement, outputCollection, outputElement };
  const used = Object.values(items).some((each) => each !== '');
  const same =
    before.collection === inputCollection &&
    before.inputElement === inputElement &&
    before.outputCollection === outputCollection &&
    before.outputElement === outputElement;
  const values = same ? {} : withExtensions(loop, { 'zeebe:LoopCharacteristics': used ? items : null });
  return joinPatches(
    { update: { [loop.id]: { attrs: { isSequential: view.kind === 'sequential' || null }, values } } },
    writeExpressions(document, loop.id, {
      loopCardinality: view.cardinality,
      completionCondition: view.completionCondition,
    }),
  );
}
