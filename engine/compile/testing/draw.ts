import type { DocElement, InlineValue, ProcessDocument } from '../document';

/** A node of a test drawing: its metamodel name without prefix, or more. */
export type Drawn =
  | string
  | {
      type: string;
      attrs?: DocElement['attrs'];
      refs?: DocElement['refs'];
      values?: DocElement['values'];
      /** Event definitions by name: `Timer`, `Error`. */
      events?: readonly string[];
      /** The sub-process it lies in. */
      in?: string;
    };

/**
 * A process document for tests: nodes by id and flows as `A > B`, with an id before `:` and a condition after `?`
 * (`f1: A > B ? =x`). Nodes are named after their ids; the process is `P` and executable unless told otherwise.
 */
export function draw(
  nodes: Record<string, Drawn>,
  flows: readonly string[],
  process: { attrs?: DocElement['attrs']; values?: DocElement['values'] } = {},
): ProcessDocument {
  const elements: ProcessDocument['elements'] = {};
  const put = (
    type: string,
    id: string,
    parent: string | null,
    containment: string,
    rest: Partial<DocElement> = {},
  ) => {
    elements[id] = {
      id,
      type: `bpmn:${type}`,
      parent,
      containment,
      attrs: {},
      refs: {},
      children: {},
      values: {},
      ...rest,
    };
    const holder = parent === null ? undefined : elements[parent];
    if (holder) holder.children[containment] = [...(holder.children[containment] ?? []), id];
  };
  put('Definitions', 'D', null, '');
  put('Process', 'P', 'D', 'rootElements', {
    attrs: { isExecutable: true, ...process.attrs },
    values: process.values ?? {},
  });
  for (const [id, drawn] of Object.entries(nodes)) {
    const node = typeof drawn === 'string' ? { type: drawn } : drawn;
    const { attrs, refs = {}, values = {}, events = [], in: scope = 'P' } = node;
    put(node.type, id, scope, 'flowElements', { attrs: { name: id, ...attrs }, refs, values });
    for (const event of events) put(`${event}EventDefinition`, `${id}_${event}`, id, 'eventDefinitions');
  }
  flows.forEach((text, index) => {
    const match = /^(?:(\w+):\s*)?(\w*)\s*>\s*(\w*)(?:\s*\?\s*(.+))?$/.exec(text);
    if (!match) throw new Error(`not a flow: ${text}`);
    const [, id = `flow${index + 1}`, source = '', target = '', condition] = match;
    const refs = { ...(source ? { sourceRef: source } : {}), ...(target ? { targetRef: target } : {}) };
    const values: DocElement['values'] = condition
      ? { conditionExpression: { $type: 'bpmn:FormalExpression', body: condition } }
      : {};
    put('SequenceFlow', id, elements[source]?.parent ?? 'P', 'flowElements', { refs, values });
  });
  return { format: 1, root: 'D', namespaces: {}, elements };
}

/** The `values` of an element with these extensions. */
export const extensions = (...values: InlineValue[]): DocElement['values'] => ({
  extensionElements: { $type: 'bpmn:ExtensionElements', values },
});
