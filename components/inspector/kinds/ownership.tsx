'use client';

import type { ElementId } from '@/lib/document';
import { ownershipBpmn } from '@/lib/elements/common/ownership';
import { TagsField } from '../fields/tags';
import { DraftText } from '../fields/text';
import { Section } from '../section';
import { useElement } from '../use-element';
import { useDirectory } from './use-directory';
import { ownerProblem } from './who-check';

/** Who answers for an element, and words it is found by; folded until somebody asks for it. */
export function OwnershipSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, ownershipBpmn);
  const directory = useDirectory();
  const { owner, tags } = view;
  return (
    <Section title="Owner and tags" level={3} foldedAtFirst meta={<Summary owner={owner} tags={tags} />}>
      <div className="flex flex-col gap-2">
        <DraftText
          label="Owner"
          field="owner"
          placeholder="mia@example.org, or a group"
          hint="Who answers for it. Changes nobody’s rights."
          value={owner}
          error={ownerProblem(owner, directory)}
          onCommit={(text) => set({ owner: text }, 'owner')}
        />
        <TagsField tags={tags} onChange={(next) => set({ tags: next })} />
      </div>
    </Section>
  );
}

function Summary({ owner, tags }: { owner: string; tags: readonly string[] }) {
  const words = [owner, ...tags].filter(Boolean).join(', ');
  return words ? <span className="max-w-40 truncate">{words}</span> : 'none';
}
