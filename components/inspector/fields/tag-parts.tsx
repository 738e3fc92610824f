'use client';

import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { TextField } from '@/components/ui/text-field';

interface TagEntryProps {
  placeholder: string;
  /** What was typed, perhaps several with commas between them. */
  onAdd: (text: string) => void;
  /** Backspace in the empty field. */
  onBackspace?: () => void;
}

/** Where tags are typed: Enter, a comma or leaving the field adds them. */
export function TagEntry({ placeholder, onAdd, onBackspace }: TagEntryProps) {
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    setTyped('');
    onAdd(text);
  };
  return (
    <TextField
      label="Tags"
      value={typed}
      placeholder={placeholder}
      onChange={({ target }) => (target.value.includes(',') ? add(target.value) : setTyped(target.value))}
      onBlur={() => typed.trim() && add(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          add(typed);
        } else if (event.key === 'Backspace' && typed === '') onBackspace?.();
      }}
    />
  );
}

export const TAG_BUTTON = 'grid size-6 flex-none place-items-center hover:bg-hover';

interface TagChipProps {
  tag: string;
  /** What the button that removes it is called. */
  removes: string;
  onRemove: () => void;
  /** Between the tag and that button. */
  children?: ReactNode;
}

export function TagChip({ tag, removes, onRemove, children }: TagChipProps) {
  return (
    <li className="max-w-full">
      <Chip className="h-6! pr-0!">
        <span className="flex items-center">
          <span className="truncate">{tag}</span>
          {children}
          <button type="button" aria-label={removes} className={TAG_BUTTON} onClick={onRemove}>
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      </Chip>
    </li>
  );
}
