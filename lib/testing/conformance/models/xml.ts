/** BPMN in a few words: each function answers a piece of XML; attributes and contents are as the standard names them. */
export type Attributes = Record<string, string | number | boolean | undefined>;

export function tag(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${value}"`],
  );
  return `<bpmn:${name}${written.join('')}>${content.join('')}</bpmn:${name}>`;
}

/** A whole file. */
export const definitions = (...content: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions" targetNamespace="urn:test">${content.join('')}</bpmn:definitions>`;

export const process = (id: string, ...content: string[]): string =>
  tag('process', { id, isExecutable: true }, ...content);

export const formal = (name: string, body: string): string =>
  `<bpmn:${name} xsi:type="bpmn:tFormalExpression"><![CDATA[${body}]]></bpmn:${name}>`;

export const flow = (source: string, target: string, condition?: string): string =>
  tag(
    'sequenceFlow',
    { id: flowId(source, target), sourceRef: source, targetRef: target },
    condition === undefined ? '' : formal('conditionExpression', condition),
  );

export const flowId = (source: string, target: string): string => `${source}_${target}`;

/** A flow from each to the next. */
export const chain = (...ids: string[]): string =>
  ids
    .slice(1)
    .map((id, place) => flow(ids[place] ?? '', id))
    .join('');

/** A step that leaves its id in the trace; `content` is what stands in it beside the script. */
export const step = (id: string, attributes: Attributes = {}, ...content: string[]): string =>
  script(id, `SCRIPT_${id}`, attributes, ...content);

/** A step of another word of the corpus: `WAIT_TEN_SECONDS`, `THROW_ERROR`, … */
export const script = (id: string, word: string, attributes: Attributes = {}, ...content: string[]): string =>
  tag('scriptTask', { id, ...attributes }, ...content, `<bpmn:script>${word}</bpmn:script>`);

export const start = (id: string, ...content: string[]): string => tag('startEvent', { id }, ...content);
export const end = (id: string, ...content: string[]): string => tag('endEvent', { id }, ...content);
export const catching = (id: string, ...content: string[]): string =>
  tag('intermediateCatchEvent', { id }, ...content);
export const throwing = (id: string, ...content: string[]): string =>
  tag('intermediateThrowEvent', { id }, ...content);
export const sub = (id: string, ...content: string[]): string => tag('subProcess', { id }, ...content);
export const gateway = (
  kind: string,
  id: string,
  attributes: Attributes = {},
  ...content: string[]
): string => tag(`${kind}Gateway`, { id, ...attributes }, ...content);

/** A boundary event. */
export const boundary = (id: string, host: string, interrupting: boolean, ...content: string[]): string =>
  tag('boundaryEvent', { id, attachedToRef: host, cancelActivity: interrupting }, ...content);

/** An event sub-process with one step, which goes by the id of its start event with `_step`. */
export const eventSub = (id: string, interrupting: boolean, definition: string, inner: string): string =>
  tag(
    'subProcess',
    { id, triggeredByEvent: true },
    tag('startEvent', { id: `${id}_start`, isInterrupting: interrupting }, definition),
    step(inner),
    end(`${id}_end`),
    chain(`${id}_start`, inner, `${id}_end`),
  );
