import { get, type ProcessDocument } from '@/lib/document';
import { namesIn, processBpmn } from './bpmn';

/** Who may start a process, beside the role that allows starting at all. */
export interface Starters {
  people: readonly string[];
  groups: readonly string[];
}

/** Whom a process narrows its starts to; null where everybody may whose role allows it. */
export function startersOf(document: ProcessDocument, processKey: string): Starters | null {
  if (!get(document, processKey)) return null;
  const { starterPeople, starterGroups } = processBpmn.read(document, processKey);
  const [people, groups] = [namesIn(starterPeople), namesIn(starterGroups)];
  return people.length + groups.length > 0 ? { people, groups } : null;
}
