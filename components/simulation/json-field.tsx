'use client';

import { useState } from 'react';
import { TextArea } from '@/components/ui/text-field';
import type { JsonObject } from '@/engine/core';

/** What a text says as a JSON object; null when it isn't one. */
export function parsedObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : null;
  } catch {
    return null;
  }
}

/** A JSON object that is typed; `read` says what is wrong at the field. */
export function useJsonField(initial: JsonObject) {
  const [text, setText] = useState(() => JSON.stringify(initial, null, 2));
  const [error, setError] = useState<string>();
  return {
    text,
    setText,
    error,
    read(): JsonObject | null {
      const value = parsedObject(text);
      setError(value ? undefined : 'This is not a JSON object: names in quotes, each with a value.');
      return value;
    },
  };
}

/** The control for it. */
export function JsonField({
  field,
  label,
  hint,
}: {
  field: ReturnType<typeof useJsonField>;
  label: string;
  hint?: string;
}) {
  return (
    <TextArea
      label={label}
      hint={hint}
      mono
      rows={Math.min(12, field.text.split('\n').length + 1)}
      error={field.error}
      value={field.text}
      onChange={(event) => field.setText(event.target.value)}
    />
  );
}
