import type { CompileRegistry } from '@/engine/compile/registry';
import { translateJuel } from '@/lib/feel/juel';
import { throwsOf, triggersOf } from '@/lib/triggers/compile';
import { registry, specOfElement } from './registry';

/** Our elements as the compiler is given them. */
export const compileRegistry: CompileRegistry = {
  compilerOf(document, element) {
    const spec = specOfElement(document, element);
    return spec.compilerFor?.(document, element) ?? spec.compiler ?? registry.unsupported.compiler!;
  },
  notExecutable: (document, element) =>
    specOfElement(document, element).notExecutable?.(document, element) ?? null,
  triggersOf,
  throwsOf(context, definitions) {
    // what somebody else sends as work isn't sent here too
    if (!definitions && sentAsWork(context)) return [];
    return throwsOf(context, definitions);
  },
  translate(source) {
    const result = translateJuel(source);
    return result.ok ? result : { ok: false, message: `${result.because}.` };
  },
};

type Context = Parameters<CompileRegistry['throwsOf']>[0];

const sentAsWork = ({ document, element }: Context): boolean =>
  compileRegistry.compilerOf(document, element).behavior === 'service-task';
