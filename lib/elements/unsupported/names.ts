import type { DocElement } from '@/engine/compile/document';

/** What an element is called in a sentence: “choreography task”. */
export function typeName(element: DocElement): string {
  const local = element.type.slice(element.type.indexOf(':') + 1);
  return local.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
