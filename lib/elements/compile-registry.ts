import type { CompileRegistry } from '@/engine/compile/registry';
import { translateJuel } from '@/lib/feel/juel';
import { registry, specOfElement } from './registry';
import { explainMarkers } from './unsupported/explain';

/** Our elements as the compiler is given them. */
export const compileRegistry: CompileRegistry = {
  compilerOf: (document, element) =>
    specOfElement(document, element).compiler ?? registry.unsupported.compiler!,
  notExecutable(document, element) {
    const spec = specOfElement(document, element);
    return spec.notExecutable?.(document, element) ?? explainMarkers(document, element);
  },
  translate(source) {
    const result = translateJuel(source);
    return result.ok ? result : { ok: false, message: `${result.because}.` };
  },
};
