import type { CompileContext } from '@/engine/compile/registry';
import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import type { UnsupportedConfig } from './config';
import { explainUnsupported } from './explain';
import { typeName } from './names';

export const unsupported = defineElement({
  kind: 'unsupported',
  category: 'activity',
  label: 'Not executable',
  description: 'Part of BPMN that is drawn and kept, but is no part of a process that runs.',
  // every flow node that no other kind claims
  bpmnTypes: [],
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [],
  executable: false,
  notExecutable: explainUnsupported,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: {
    behavior: 'unsupported',
    compile: ({ element }: CompileContext): UnsupportedConfig => ({ what: typeName(element) }),
  },
});
