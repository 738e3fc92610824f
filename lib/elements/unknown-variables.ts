import type { ProcessDocument } from '@/engine/compile/document';
import { expressionsOf } from '@/engine/compile/expressions';
import { freeVariables } from '@/engine/compile/feel';
import type { FlowModel } from '@/engine/compile/flow-model';
import { rule } from '@/engine/compile/lint/rule';
import { memo } from '@/engine/compile/memo';
import { closest } from '@/lib/feel/closest';
import { common } from './common/bpmn';
import { compileRegistry } from './compile-registry';
import { givesAnything, resultsOf, seesResults } from './results';
import { producedBy, producesAnything, rootOf } from './scope';
import { localTo } from './surroundings';

/**
 * A name that nothing in the process sets: it would be null in every run. Only where everything that sets variables is
 * known: after a start without form or external work without output mappings any name may exist.
 */
export const unknownVariables = rule('unknown-variable', ({ document, model }, report) => {
  const known = new Map([...model.executable].map((process) => [process, namesIn(document, model, process)]));
  for (const { element, node, field, source } of expressionsOf(document, compileRegistry)) {
    const names = known.get(node.process);
    if (!names || (seesResults(field) && givesAnything(document, element))) continue;
    const own = new Set(seesResults(field) ? resultsOf(document, element).map(({ name }) => name) : []);
    for (const name of namesOf(source)) {
      if (names.has(name) || own.has(name)) continue;
      const similar = closest(name, [...names]);
      const hint = similar
        ? ` Did you mean “${similar}”?`
        : ' Check the spelling, or add it to a form or a result.';
      report('error', element, `Nothing in this process sets “${name}”.${hint}`, field);
    }
  }
});

const namesOf = memo(5_000, (source) => freeVariables(source));

/** Every name set anywhere in a process; undefined when that can't be known. */
function namesIn(document: ProcessDocument, model: FlowModel, process: string): Set<string> | undefined {
  const names = new Set<string>();
  for (const { element, process: owner } of model.nodes.values()) {
    if (owner !== process) continue;
    if (producesAnything(document, element)) return undefined;
    for (const variable of producedBy(document, element)) names.add(variable.name);
    for (const { target } of common.read(document, element.id).inputs) names.add(rootOf(target));
    for (const { name } of localTo(document, element)) names.add(name);
  }
  return names;
}
