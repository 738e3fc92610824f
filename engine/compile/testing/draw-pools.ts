import type { DocElement, ProcessDocument } from '../document';
import { type Drawn, draw } from './draw';

/** Pools by process id, each drawn as {@link draw} does, and message flows between their steps as `A > B`. */
export function drawPools(
  pools: Record<string, [nodes: Record<string, Drawn>, flows: readonly string[]]>,
  messages: readonly string[],
): ProcessDocument {
  const elements: ProcessDocument['elements'] = {};
  const entry = (id: string, type: string, parent: string | null, rest: Partial<DocElement>): void => {
    const nothing = { attrs: {}, refs: {}, children: {}, values: {} };
    elements[id] = { id, type: `bpmn:${type}`, parent, containment: '', ...nothing, ...rest };
  };
  const processes = Object.keys(pools);
  for (const [process, [nodes, flows]] of Object.entries(pools)) {
    const written = JSON.stringify(draw(nodes, flows)).replaceAll(/"flow(\d+)"/g, `"${process}_flow$1"`);
    const drawn = JSON.parse(written, (_, value) => (value === 'P' ? process : value));
    const { D: _definitions, P, ...inside } = drawn.elements;
    Object.assign(elements, inside, { [process]: P });
  }
  const flows = messages.map((text, index) => ({ id: `message${index + 1}`, ends: text.split(/\s*>\s*/) }));
  for (const { id, ends } of flows)
    entry(id, 'MessageFlow', 'Pools', { refs: { sourceRef: ends[0]!, targetRef: ends[1]! } });
  entry('Pools', 'Collaboration', 'D', { children: { messageFlows: flows.map(({ id }) => id) } });
  entry('D', 'Definitions', null, { children: { rootElements: ['Pools', ...processes] } });
  return { format: 1, root: 'D', namespaces: {}, elements };
}
