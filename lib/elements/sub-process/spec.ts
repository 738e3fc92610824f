import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { subProcessKind } from './kind';

export const subProcess = defineElement({
  ...subProcessKind,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'sub-process', compile: () => ({}) },
  rules: [
    {
      code: 'empty-sub-process',
      check({ model, element, report }) {
        if ((model.scopes.get(element.id)?.nodes.length ?? 0) === 0)
          report('warning', 'This sub-process is empty: the process passes through it at once.');
      },
    },
  ],
});
