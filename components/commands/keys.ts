/** Opens the command palette, on every page; the registry of shortcuts has it from here, because it is large. */
export const COMMAND_KEYS = ['Mod+K'] as const;

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> & {
  code?: string;
};

/**
 * What a key event is called in the registry of shortcuts, `Mod+Shift+Z`. Some characters need Shift on some keyboards
 * and not on others, so "?" and "+" have a second name without it.
 */
export function pressedKeys(event: Pressed): string[] {
  // With Alt some keyboards type another character: then the key itself counts.
  const letter = event.altKey ? /^Key([A-Z])$/.exec(event.code ?? '')?.[1] : undefined;
  const key = letter ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const parts = [
    event.ctrlKey || event.metaKey ? 'Mod' : '',
    event.shiftKey ? 'Shift' : '',
    event.altKey ? 'Alt' : '',
    key,
  ];
  const name = parts.filter(Boolean).join('+');
  return event.shiftKey && /^\W$/.test(key) ? [name, name.replace('Shift+', '')] : [name];
}
