import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { elementsOfType, newElement, newId, ref, resolve } from '@/lib/document';
import type { DocumentPatch } from '@/lib/elements/patch';

/** How a shared root element is referred to and found again. */
export interface Shared {
  /** `bpmn:Error` */
  type: string;
  /** `errorRef` */
  property: string;
  /** The attribute that identifies it: `errorCode`, `name`. */
  attribute: string;
}

/** What an event's shared root element is called: by its identifying attribute, else by its name or id. */
export function sharedValue(
  document: ProcessDocument,
  holder: DocElement,
  { property, attribute }: Shared,
): string | undefined {
  const target = resolve(document, holder, property);
  const value = target?.attrs[attribute] ?? target?.attrs.name ?? ref(holder, property);
  return value === undefined || value === '' ? undefined : String(value);
}

/** The change that makes a holder refer to the root element of that value; one that exists is shared. */
export function writeShared(
  value: string,
  document: ProcessDocument,
  holder: DocElement,
  shared: Shared,
): DocumentPatch {
  const { type, property, attribute } = shared;
  if (sharedValue(document, holder, shared) === (value || undefined)) return {};
  if (value === '') return { update: { [holder.id]: { refs: { [property]: null } } } };
  const known = elementsOfType(document, type).find((each) => each.attrs[attribute] === value);
  const target =
    known ??
    newElement(type, newId(type.slice('bpmn:'.length), document), document.root, 'rootElements', {
      attrs: { name: value, [attribute]: value },
    });
  return {
    update: { [holder.id]: { refs: { [property]: target.id } } },
    ...(known ? {} : { create: [target] }),
  };
}
