import type { FormField } from '@/lib/forms';

type Options = NonNullable<FormField['options']>;

/** The choices of a field as they are written: one a line. */
export const choicesText = (options: Options = []): string => options.map(({ label }) => label).join('\n');

/**
 * The choices that somebody wrote, one a line; a single line may name several, with commas between. One that was there
 * before keeps its value, so that what was answered with it stays right.
 */
export function choicesOf(text: string, before: Options = []): Options {
  const lines = split(text, '\n');
  const labels = lines.length === 1 ? split(text, ',') : lines;
  return [...new Set(labels)].map((label) => ({
    value: before.find((option) => option.label === label)?.value ?? label,
    label,
  }));
}

const split = (text: string, by: string): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);
