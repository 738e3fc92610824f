'use client';

import { tidyTags } from '@/lib/elements/common/ownership';
import { TagChip, TagEntry } from './tag-parts';

interface TagsFieldProps {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Tags as chips, and where more are typed; Backspace in the empty field removes the last. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const add = (text: string) => {
    const next = tidyTags([...tags, text]);
    if (next.join() !== tags.join()) onChange(next);
  };
  return (
    <div data-field="tags" className="flex flex-col gap-1.5">
      <TagEntry
        placeholder="sox, month end"
        onAdd={add}
        onBackspace={() => tags.length > 0 && onChange(tags.slice(0, -1))}
      />
      {tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <TagChip
              key={tag}
              tag={tag}
              removes={`Remove the tag ${tag}`}
              onRemove={() => onChange(tags.filter((each) => each !== tag))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
