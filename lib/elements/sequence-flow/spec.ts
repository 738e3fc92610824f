import { z } from 'zod';
import { expressionText, get, mustGet, ref } from '@/lib/document';
import { defineElement } from '../define';
import type { DocumentPatch } from '../patch';
import { sequenceFlowKind } from './kind';

const schema = z.object({
  /** FEEL after `=`; empty for none. */
  condition: z.string().default(''),
  /** Taken when no other path of its source is. */
  isDefault: z.boolean().default(false),
});

export const sequenceFlow = defineElement({
  ...sequenceFlowKind,
  schema,
  bpmn: {
    read(document, id) {
      const flow = mustGet(document, id);
      const source = get(document, ref(flow, 'sourceRef'));
      return {
        condition: (expressionText(flow, 'conditionExpression') ?? '').trim(),
        isDefault: ref(source, 'default') === id,
      };
    },
    write(view, document, id) {
      const flow = mustGet(document, id);
      const source = get(document, ref(flow, 'sourceRef'));
      const before = sequenceFlow.bpmn.read(document, id);
      const update: NonNullable<DocumentPatch['update']> = {};
      if (view.condition !== before.condition)
        update[id] = { values: { conditionExpression: condition(view.condition) } };
      if (source && view.isDefault !== before.isDefault)
        update[source.id] = { refs: { default: view.isDefault ? id : null } };
      return { update };
    },
  },
});

const condition = (body: string) =>
  body.trim() === '' ? null : { $type: 'bpmn:FormalExpression', body: body.trim() };
