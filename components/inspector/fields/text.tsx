'use client';

import type { ReactNode } from 'react';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useDraft } from './use-draft';

interface DraftProps {
  label: string;
  value: string;
  onCommit: (text: string) => void;
  /** The name problems call this field by. */
  field?: string;
  hint?: ReactNode;
  error?: string;
  mono?: boolean;
  hideLabel?: boolean;
  placeholder?: string;
  suffix?: ReactNode;
  className?: string;
  list?: string;
}

/** One line of text that commits on blur or when typing pauses. */
export function DraftText({ value, onCommit, field, ...rest }: DraftProps) {
  const draft = useDraft(value, onCommit);
  return (
    <div data-field={field} className="min-w-0">
      <TextField
        {...rest}
        value={draft.text}
        spellCheck={!rest.mono}
        onChange={(e) => draft.change(e.target.value)}
        onBlur={draft.flush}
      />
    </div>
  );
}

/** Several lines of text that commit on blur or when typing pauses. */
export function DraftArea({ value, onCommit, field, suffix: _suffix, list: _list, ...rest }: DraftProps) {
  const draft = useDraft(value, onCommit);
  return (
    <div data-field={field} className="min-w-0">
      <TextArea
        {...rest}
        value={draft.text}
        spellCheck={!rest.mono}
        onChange={(e) => draft.change(e.target.value)}
        onBlur={draft.flush}
      />
    </div>
  );
}

interface DraftNumberProps extends Omit<DraftProps, 'value' | 'onCommit'> {
  value: number | undefined;
  /** `undefined` when the field was emptied. */
  onCommit: (value: number | undefined) => void;
  min?: number;
  max?: number;
  step?: number;
}

/** A number that commits on blur or when typing pauses; what isn't one is not committed. */
export function DraftNumber({ value, onCommit, field, min, max, step, ...rest }: DraftNumberProps) {
  const draft = useDraft(value === undefined ? '' : String(value), (text) => {
    if (text.trim() === '') return onCommit(undefined);
    const number = Number(text);
    if (Number.isFinite(number)) onCommit(Math.min(max ?? number, Math.max(min ?? number, number)));
  });
  return (
    <div data-field={field} className="min-w-0">
      <TextField
        {...rest}
        type="number"
        min={min}
        max={max}
        step={step}
        value={draft.text}
        onChange={(e) => draft.change(e.target.value)}
        onBlur={draft.flush}
      />
    </div>
  );
}
