import type { CompileContext } from '@/engine/compile/registry';
import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import type { UnsupportedConfig } from './config';
import { explainUnsupported } from './explain';
import { typeName } from './names';
import { unsupportedVariants } from './variants';

export const unsupported = defineElement({
  kind: 'unsupported',
  category: 'activity',
  label: 'Not executable yet',
  description: 'Part of BPMN that is drawn and kept, but can’t run here yet.',
  // every flow node that no other kind claims
  bpmnTypes: [],
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: unsupportedVariants,
  executable: false,
  notExecutable: explainUnsupported,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: {
    behavior: 'unsupported',
    compile: ({ document, element }: CompileContext): UnsupportedConfig => ({
      what: typeName(document, element),
    }),
  },
});
