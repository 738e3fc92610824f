import type { DocElement } from '@/engine/compile/document';
import { flowModel, type ScopeNode } from '@/engine/compile/flow-model';
import { reference, references } from '@/engine/compile/read';
import type { CompileContext } from '@/engine/compile/registry';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { nameOf } from '@/lib/document';

/** What a link goes by: its own name, else that of its event; links without any belong together. */
export const linkName = (definition: DocElement, event: DocElement): string =>
  nameOf(definition).trim() || nameOf(event).trim();

const called = (name: string): string => (name === '' ? 'without a name' : `named “${name}”`);

/** The path goes on at the catching link of the same name in the same scope (BPMN 2.0.2, 10.5.5). */
export function throwLink(context: CompileContext, definition: DocElement): Throw[] {
  const name = linkName(definition, context.element);
  const targets = linksOf(context, 'bpmn:IntermediateCatchEvent')
    .filter(([node, caught]) => leadsTo(definition, name, node, caught))
    .map(([node]) => node.id);
  if (targets.length === 0)
    context.report(
      'error',
      'link-events',
      `No link event ${called(name)} catches this one in the same process or sub-process. Draw one where the path goes on.`,
      'link.name',
    );
  if (targets.length > 1)
    context.report(
      'error',
      'link-events',
      `${targets.length} link events ${called(name)} catch this one. Only one may: give the others another name.`,
      'link.name',
    );
  return [{ type: 'link', targets }];
}

/** A link that nothing leads to is never reached. */
export function catchLink(context: CompileContext, definition: DocElement): Trigger[] {
  const sources = linksOf(context, 'bpmn:IntermediateThrowEvent').filter(([node, thrown]) =>
    leadsTo(thrown, linkName(thrown, node.element), context.node, definition),
  );
  if (sources.length === 0)
    context.report(
      'warning',
      'link-events',
      `No link event ${called(linkName(definition, context.element))} leads here, so this one is never reached.`,
      'link.name',
    );
  return [];
}

function leadsTo(thrown: DocElement, name: string, node: ScopeNode, caught: DocElement): boolean {
  const named = reference(thrown, 'target') === caught.id || references(caught, 'source').includes(thrown.id);
  return named || linkName(caught, node.element) === name;
}

/** The link events of a type in the scope of an event, with their definitions. */
function linksOf(context: CompileContext, type: string): [node: ScopeNode, definition: DocElement][] {
  const scope = flowModel(context.document).scopes.get(context.node.scope);
  return (scope?.nodes ?? [])
    .filter((node) => node.element.type === type)
    .flatMap((node) =>
      node.definitions
        .filter((definition) => definition.type === 'bpmn:LinkEventDefinition')
        .map((definition): [ScopeNode, DocElement] => [node, definition]),
    );
}
