import type { DocElement, InlineValue, ProcessDocument } from '../document';

/** A node of a test drawing: its metamodel name without prefix, or more. */
export type Drawn =
  | string
  | {
      type: string;
      attrs?: DocElement['attrs'];
      refs?: DocElement['refs'];
      values?: DocElement['values'];
      /** Event definitions by name: `Timer`, `Error`; with more to say as an entry without id. */
      events?: readonly (string | Entry)[];
      /** The sub-process it lies in. */
      in?: string;
    };

/** An entry beside the drawing: its metamodel name without prefix, and what it says. */
export interface Entry extends Partial<Pick<DocElement, 'attrs' | 'refs' | 'values'>> {
  type: string;
  /** Where it hangs; a root element unless told otherwise. */
  parent?: string;
  containment?: string;
}

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
    for (const event of events) {
      const { type, ...rest } = typeof event === 'string' ? { type: event } : event;
      put(`${type}EventDefinition`, `${id}_${type}`, id, 'eventDefinitions', rest);
    }
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

/** The document with more entries: root elements, associations, loops, message flows. */
export function also(document: ProcessDocument, entries: Record<string, Entry>): ProcessDocument {
  const elements = { ...document.elements };
  for (const [id, entry] of Object.entries(entries)) {
    const { type, parent = document.root, containment = 'rootElements', ...rest } = entry;
    elements[id] = {
      ...{ id, type: `bpmn:${type}`, parent, containment },
      ...{ attrs: {}, refs: {}, children: {}, values: {} },
      ...rest,
    };
    const holder = elements[parent];
    if (!holder) throw new Error(`no ${parent} to hold ${id}`);
    const ids = [...(holder.children[containment] ?? []), id];
    elements[parent] = { ...holder, children: { ...holder.children, [containment]: ids } };
  }
  return { ...document, elements };
}

/** An expression-valued property. */
export const expression = (body: string, language?: string): InlineValue => ({
  $type: 'bpmn:FormalExpression',
  body,
  ...(language === undefined ? {} : { language }),
});

/** The `values` of an element with these extensions. */
export const extensions = (...values: InlineValue[]): DocElement['values'] => ({
  extensionElements: { $type: 'bpmn:ExtensionElements', values },
});
