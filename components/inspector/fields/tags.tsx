'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { TextField } from '@/components/ui/text-field';
import { tidyTags } from '@/lib/elements/common/ownership';

interface TagsFieldProps {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Tags as chips; Enter, a comma or leaving the field adds what is typed, Backspace in an empty one removes the last. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    setTyped('');
    const next = tidyTags([...tags, text]);
    if (next.join() !== tags.join()) onChange(next);
  };
  return (
    <div data-field="tags" className="flex flex-col gap-1.5">
      <TextField
        label="Tags"
        value={typed}
        placeholder="sox, month end"
        onChange={({ target }) => (target.value.includes(',') ? add(target.value) : setTyped(target.value))}
        onBlur={() => typed.trim() && add(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            add(typed);
          } else if (event.key === 'Backspace' && typed === '' && tags.length > 0)
            onChange(tags.slice(0, -1));
        }}
      />
      {tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <li key={tag} className="max-w-full">
              <Chip className="h-6! pr-0!">
                <span className="flex items-center">
                  <span className="truncate">{tag}</span>
                  <button
                    type="button"
                    aria-label={`Remove the tag ${tag}`}
                    className="grid size-6 flex-none place-items-center hover:bg-hover"
                    onClick={() => onChange(tags.filter((each) => each !== tag))}
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
