import type { Completable } from '@bpmn-io/feel-editor';
import { camundaBuiltins } from '@camunda/feel-builtins';
import { FUNCTION_NAMES } from '@/engine/compile/feel';

/** A function's own page as nodes; the text comes from a package and never from a person. */
function pageOf(html: string): Node {
  const template = document.createElement('template');
  template.innerHTML = `<div>${html}</div>`;
  return template.content.firstChild ?? template.content;
}

const known = new Set<string>(FUNCTION_NAMES);

/** The functions that exist when a process runs, each with its documentation. */
export const feelFunctions: readonly Completable[] = camundaBuiltins
  .filter(({ name }) => known.has(name))
  .map((each) => ({ ...each, info: () => pageOf(each.info) }));
