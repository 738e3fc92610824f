import { describe, expect, it } from 'vitest';
import { keyName, keyWords, SHORTCUTS, shortcutOf } from './shortcuts';

const press = (
  key: string,
  more: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => shortcutOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more })?.id;

describe('the shortcut registry', () => {
  it('gives no key to two shortcuts', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { metaKey: true, shiftKey: true }, 'redo'],
    ['e', {}, 'label'],
    ['F2', {}, 'label'],
    ['ArrowUp', { shiftKey: true }, 'moveUp'],
    ['?', { shiftKey: true }, 'help'],
    ['!', { shiftKey: true }, 'zoomFit'],
    ['F8', { shiftKey: true }, 'previousProblem'],
    ['Tab', {}, undefined],
  ] as const)('%s %o is %s', (key, modifiers, id) => {
    expect(press(key, modifiers)).toBe(id);
  });

  it('writes keys as people know them', () => {
    expect(keyName('undo', false)).toBe('Ctrl+Z');
    expect(keyWords('Mod+Shift+Z', true)).toBe('⌘⇧Z');
    expect(keyWords('Mod++', false)).toBe('Ctrl++');
  });
});
