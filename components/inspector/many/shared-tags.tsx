'use client';

import { Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import { Chip } from '@/components/ui/chip';
import { TextField } from '@/components/ui/text-field';
import type { ElementId } from '@/lib/document';
import { updateElements } from '@/lib/editing';
import { tidyTags } from '@/lib/elements/common/ownership';
import { sharedTags, tagsPatch } from '@/lib/elements/many/tags';

/** Tags of several elements: what is added is added to all, what is removed is removed from all; the rest stays. */
export function SharedTags({ ids }: { ids: readonly ElementId[] }) {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const tags = useMemo(() => sharedTags(document, ids), [document, ids]);
  const [typed, setTyped] = useState('');
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
  const add = (text: string) => {
    setTyped('');
    give(tidyTags([text]), true);
  };
  return (
    <div className="flex flex-col gap-1.5" data-field="ownership.tags">
      <TextField
        label="Tags"
        value={typed}
        placeholder="add to all"
        onChange={({ target }) => (target.value.includes(',') ? add(target.value) : setTyped(target.value))}
        onBlur={() => typed.trim() && add(typed)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add(typed);
        }}
      />
      {tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-1">
          {tags.map(({ tag, on }) => (
            <li key={tag} className="max-w-full">
              <Chip className="h-6! pr-0!">
                <span className="flex items-center">
                  <span className="truncate">{tag}</span>
                  {on < ids.length && (
                    <>
                      <span className="ml-1 flex-none text-muted">
                        {on} of {ids.length}
                      </span>
                      <button
                        type="button"
                        aria-label={`Add the tag ${tag} to all`}
                        className="grid size-6 flex-none place-items-center hover:bg-hover"
                        onClick={() => give([tag], true)}
                      >
                        <Plus size={12} aria-hidden="true" />
                      </button>
                    </>
                  )}
                  <button
                    type="button"
                    aria-label={`Remove the tag ${tag} from all`}
                    className="grid size-6 flex-none place-items-center hover:bg-hover"
                    onClick={() => give([tag], false)}
                  >
                    <X size={12} aria-hidden="true" />
                  </button>
                </span>
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
