import type { ProcessDocument } from '@/engine/compile/document';
import { get } from '@/lib/document';
import { ownershipBpmn, ownershipOf, tidyTags } from '../common/ownership';
import type { DocumentPatch } from '../patch';

/** A tag of several elements, and how many of them have it. */
export interface SharedTag {
  tag: string;
  on: number;
}

const sameTag = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Every tag that one of these elements has, as it is written first. */
export function sharedTags(document: ProcessDocument, ids: readonly string[]): SharedTag[] {
  const found: SharedTag[] = [];
  for (const id of ids) {
    if (!get(document, id)) continue;
    for (const tag of ownershipOf(document, id).tags) {
      const known = found.find((each) => sameTag(each.tag, tag));
      if (known) known.on += 1;
      else found.push({ tag, on: 1 });
    }
  }
  return found;
}

/** Gives one element tags or takes them away; its others stay. Nothing when that is so already. */
export function tagsPatch(
  document: ProcessDocument,
  id: string,
  words: readonly string[],
  on: boolean,
): DocumentPatch {
  const view = ownershipBpmn.read(document, id);
  const named = (tag: string) => words.some((word) => sameTag(word, tag));
  const tags = on ? tidyTags([...view.tags, ...words]) : view.tags.filter((tag) => !named(tag));
  return tags.length === view.tags.length ? {} : ownershipBpmn.write({ ...view, tags }, document, id);
}
