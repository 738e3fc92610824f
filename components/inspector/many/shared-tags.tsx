'use client';

import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import type { ElementId } from '@/lib/document';
import { updateElements } from '@/lib/editing';
import { tidyTags } from '@/lib/elements/common/ownership';
import { sharedTags, tagsPatch } from '@/lib/elements/many/tags';
import { TAG_BUTTON, TagChip, TagEntry } from '../fields/tag-parts';

/** Tags of several elements: what is added is added to all, what is removed is removed from all; the rest stays. */
export function SharedTags({ ids }: { ids: readonly ElementId[] }) {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const tags = useMemo(() => sharedTags(document, ids), [document, ids]);
  const give = (words: readonly string[], on: boolean) => {
    const { history, apply } = editor.getState();
    const result = updateElements(
      history.present,
      ids,
      (now, id) => tagsPatch(now, id, words, on),
      'the tags',
    );
    apply(result, { keepSelection: true });
  };
  return (
    <div className="flex flex-col gap-1.5" data-field="ownership.tags">
      <TagEntry placeholder="add to all" onAdd={(text) => give(tidyTags([text]), true)} />
      {tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-1">
          {tags.map(({ tag, on }) => (
            <TagChip
              key={tag}
              tag={tag}
              removes={`Remove the tag ${tag} from all`}
              onRemove={() => give([tag], false)}
            >
              {on < ids.length && (
                <>
                  <span className="ml-1 flex-none text-muted">
                    {on} of {ids.length}
                  </span>
                  <button
                    type="button"
                    aria-label={`Add the tag ${tag} to all`}
                    className={TAG_BUTTON}
                    onClick={() => give([tag], true)}
                  >
                    <Plus size={12} aria-hidden="true" />
                  </button>
                </>
              )}
            </TagChip>
          ))}
        </ul>
      )}
    </div>
  );
}
