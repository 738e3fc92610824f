import { malformed } from '@/lib/errors/app-error';

/** Levels of nested JSON; forms, documents and variables of real processes stay far below. */
const MAX_DEPTH = 100;

/** U+0000 and halves of surrogate pairs are no text: PostgreSQL stores neither. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

function refuse(code: string, path: readonly (string | number)[], message: string): never {
  const place = path.join('.');
  throw malformed({
    code,
    userMessage: `${place ? `“${place}”: ` : ''}${message}`,
    errors: [{ path: place, message }],
  });
}

const NOT_TEXT = 'The text holds a character that can’t be stored (U+0000 or half a surrogate pair).';

/**
 * Refuses JSON that later steps can't walk or store, without recursion of its own.
 * @throws AppError 400 `too-deep` or `not-text` naming the place
 */
export function checkJson(root: unknown): void {
  const open: { value: unknown; path: (string | number)[] }[] = [{ value: root, path: [] }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path } = at;
    if (typeof value === 'string' && !isStorableText(value)) refuse('not-text', path, NOT_TEXT);
    if (value === null || typeof value !== 'object') continue;
    if (path.length >= MAX_DEPTH)
      refuse('too-deep', path.slice(0, 3), `JSON may be nested ${MAX_DEPTH} levels deep at most.`);
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorableText(key)) refuse('not-text', path, NOT_TEXT);
      if (typeof inner === 'string' || (typeof inner === 'object' && inner !== null))
        open.push({ value: inner, path: [...path, key] });
    }
  }
}

/** The same for what stands in an address: parameters of the path and the query. @throws AppError 400 */
export function checkAddress(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values))
    if (!isStorableText(name) || !isStorableText(value)) refuse('not-text', [name], NOT_TEXT);
}
