import { z } from 'zod';
import { extension, mustGet, type ProcessDocument, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { withExtensions } from '../extension-values';

const OWNERSHIP = 'countersign:Ownership';

/** Who answers for an element, and words it is found by. Neither changes how a process runs, nor who may do what. */
export const ownershipSchema = z.object({
  /** One person or group. */
  owner: z.string().default(''),
  tags: z.array(z.string()).default([]),
});
export type OwnershipView = z.infer<typeof ownershipSchema>;

/** Owner and tags of any element. */
export const ownershipBpmn: BpmnBinding<OwnershipView> = {
  read: ownershipOf,
  write(view, document, id) {
    const owner = view.owner.trim();
    const tags = tidyTags(view.tags);
    const said = owner !== '' || tags.length > 0;
    const extensions = { [OWNERSHIP]: said ? { owner, tags: tags.join(', ') } : null };
    return { update: { [id]: { values: withExtensions(mustGet(document, id), extensions) } } };
  },
};

export function ownershipOf(document: ProcessDocument, id: string): OwnershipView {
  const found = extension(document, id, OWNERSHIP);
  const tags = (textOf(found, 'tags') ?? '').split(',').map((tag) => tag.trim());
  return { owner: textOf(found, 'owner')?.trim() ?? '', tags: tags.filter(Boolean) };
}

/** Tags without commas, each once whatever its case, as they were written first. */
export function tidyTags(tags: readonly string[]): string[] {
  const seen = new Set<string>();
  return tags
    .flatMap((tag) => tag.split(','))
    .map((tag) => tag.replace(/\s+/g, ' ').trim())
    .filter((tag) => tag !== '' && !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase()));
}
