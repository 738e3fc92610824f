import type { DocElement, ProcessDocument } from '../document';
import { get } from '../read';

/** What the file holds beside its processes, for several elements to refer to. */
export const SHARED: Readonly<Record<string, string>> = {
  'bpmn:Message': 'message',
  'bpmn:Signal': 'signal',
  'bpmn:Error': 'error',
  'bpmn:Escalation': 'escalation',
};

/** Those of a document, in its order. */
export function sharedOf(document: ProcessDocument): DocElement[] {
  const root = get(document, document.root);
  return (root?.children.rootElements ?? []).flatMap((id) => {
    const element = get(document, id);
    return element && Object.hasOwn(SHARED, element.type) ? [element] : [];
  });
}

/** What a person knows one by. */
export const calledOf = ({ attrs, id }: DocElement): string => String(attrs.name ?? '').trim() || id;
