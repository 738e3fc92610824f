import type { CompileContext } from '@/engine/compile/registry';
import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import type { UnsupportedConfig } from './config';
import { explainUnsupported } from './explain';
import { unsupportedKind } from './kind';
import { typeName } from './names';

export const unsupported = defineElement({
  ...unsupportedKind,
  notExecutable: explainUnsupported,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: {
    behavior: 'unsupported',
    compile: ({ element }: CompileContext): UnsupportedConfig => ({ what: typeName(element) }),
  },
});
