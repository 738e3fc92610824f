import { type DocElement, get, nameOf, outgoing, type ProcessDocument, ref, valuesOf } from '@/lib/document';
import { type Broken, type Fix, type Fixer, patched } from './fix';

/** A path without condition becomes the default when its gateway has none yet. */
export const makeDefault: Fixer = (broken) => {
  const { document, element } = broken;
  if (element.type !== 'bpmn:SequenceFlow') return [];
  const gateway = get(document, ref(element, 'sourceRef'));
  return gateway && ref(gateway, 'default') === undefined ? [defaultTo(broken, gateway, element)] : [];
};

/** A default that leaves another step: the one path without condition is meant, or none. */
export const ownDefault: Fixer = (broken) => {
  const { document, element } = broken;
  const always = outgoing(document, element.id).filter((flow) => !isConditional(flow));
  const [only, ...more] = always;
  if (only && more.length === 0 && outgoing(document, element.id).length > 1)
    return [defaultTo(broken, element, only)];
  if (always.length > 0 && decides(document, element)) return [];
  return [
    patched(document, element.id, 'Leave out the default path', {
      update: { [element.id]: { refs: { default: null } } },
    }),
  ];
};

function defaultTo({ document }: Broken, gateway: DocElement, flow: DocElement): Fix {
  const name = nameOf(flow);
  return patched(document, gateway.id, `Make ${name ? `“${name}”` : 'it'} the default path`, {
    update: { [gateway.id]: { refs: { default: flow.id } } },
  });
}

const isConditional = (flow: DocElement): boolean => valuesOf(flow, 'conditionExpression').length > 0;

const decides = (document: ProcessDocument, { id, type }: DocElement): boolean =>
  /^bpmn:(?:Exclusive|Inclusive|Complex)Gateway$/.test(type) && outgoing(document, id).length > 1;
