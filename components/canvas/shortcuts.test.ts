import { describe, expect, it } from 'vitest';
import { isCharacterKey, keyList, keyName, keyWords, SHORTCUTS, shortcutOf } from './shortcuts';

const press = (
  key: string,
  more: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => shortcutOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more })?.id;

describe('the shortcut registry', () => {
  it.each([
    ['editing', ['canvas', 'designer']],
    ['simulation', ['simulation', 'designer']],
  ])('gives no key to two shortcuts of %s', (_mode, scopes) => {
    const keys = SHORTCUTS.filter(({ scope }) => scopes.includes(scope)).flatMap(({ keys }) => keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('knows which mode a key is pressed in', () => {
    const pressed = { key: 'r', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(shortcutOf(pressed)?.id).toBe('morph');
    expect(shortcutOf(pressed, 'simulation')?.id).toBe('simulationReset');
    expect(shortcutOf({ ...pressed, key: ' ' }, 'simulation')?.id).toBe('simulationPlay');
    expect(keyName('simulationPlay', false)).toBe('Space');
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
    ['F10', { shiftKey: true }, 'menu'],
    ['k', { metaKey: true }, 'commands'],
    ['O', { shiftKey: true }, 'outline'],
    ['7', {}, 'branch'],
    ['0', { shiftKey: true }, 'zoomReset'],
    ["'", { ctrlKey: true }, 'grid'],
    ["'", { ctrlKey: true, shiftKey: true }, 'grid'],
    ['C', { shiftKey: true }, 'comment'],
    ['D', { shiftKey: true }, 'comments'],
    ['Tab', {}, undefined],
  ] as const)('%s %o is %s', (key, modifiers, id) => {
    expect(press(key, modifiers)).toBe(id);
  });

  // The table of shortcuts that the designer was designed with, row by row.
  const [mod, shift, none] = [{ ctrlKey: true }, { shiftKey: true }, {}];
  it.each([
    ['undo', [['z', mod]]],
    [
      'redo',
      [
        ['y', mod],
        ['Z', { ...mod, ...shift }],
      ],
    ],
    ['copy', [['c', mod]]],
    ['cut', [['x', mod]]],
    ['paste', [['v', mod]]],
    ['pasteInPlace', [['V', { ...mod, ...shift }]]],
    ['duplicate', [['d', mod]]],
    ['selectAll', [['a', mod]]],
    [
      'delete',
      [
        ['Delete', none],
        ['Backspace', none],
      ],
    ],
    [
      'label',
      [
        ['e', none],
        ['F2', none],
      ],
    ],
    ['morph', [['r', none]]],
    ['append', [['a', none]]],
    ['create', [['n', none]]],
    ['hand', [['h', none]]],
    ['lasso', [['l', none]]],
    ['space', [['s', none]]],
    ['connect', [['c', none]]],
    ['find', [['f', mod]]],
    [
      'zoomIn',
      [
        ['=', mod],
        ['+', mod],
      ],
    ],
    ['zoomOut', [['-', mod]]],
    [
      'zoomReset',
      [
        ['0', mod],
        ['0', shift],
      ],
    ],
    [
      'zoomFit',
      [
        ['1', mod],
        ['1', shift],
      ],
    ],
    ['zoomSelection', [['2', shift]]],
    [
      'moveLeft',
      [
        ['ArrowLeft', none],
        ['ArrowLeft', shift],
      ],
    ],
    [
      'panRight',
      [
        ['ArrowRight', mod],
        ['ArrowRight', { ...mod, ...shift }],
      ],
    ],
    ['properties', [['P', shift]]],
    ['nextProblem', [['F8', none]]],
    ['previousProblem', [['F8', shift]]],
    ['grid', [["'", mod]]],
    ['simulate', [['t', none]]],
    ['next', [['j', none]]],
    ['previous', [['k', none]]],
    [
      'branch',
      [
        ['1', none],
        ['9', none],
      ],
    ],
    ['open', [['Enter', none]]],
    ['drillIn', [['Enter', shift]]],
    ['escape', [['Escape', none]]],
    ['run', [['Enter', mod]]],
    ['commands', [['k', mod]]],
    [
      'help',
      [
        ['?', shift],
        ['?', none],
      ],
    ],
    ['layout', [['T', { ...shift, altKey: true }]]],
    ['outline', [['O', shift]]],
    ['comment', [['C', shift]]],
    ['comments', [['D', shift]]],
  ] as const)('%s has the keys it was designed with', (id, keys) => {
    for (const [key, modifiers] of keys) expect(press(key, modifiers), key).toBe(id);
  });

  it('reads the key where Alt makes another character of it', () => {
    const pressed = { key: 'å', code: 'KeyA', ctrlKey: false, metaKey: false, shiftKey: false, altKey: true };
    expect(shortcutOf(pressed)?.id).toBe('alignLeft');
    expect(shortcutOf({ ...pressed, key: 'Í', code: 'KeyH', shiftKey: true })?.id).toBe('distributeAcross');
  });

  it('writes keys as people know them', () => {
    expect(keyName('undo', false)).toBe('Ctrl+Z');
    expect(keyWords('Mod+Shift+Z', true)).toBe('⌘⇧Z');
    expect(keyWords('Mod++', false)).toBe('Ctrl++');
  });

  it('gives the sheet something to show for every shortcut', () => {
    const shown = SHORTCUTS.map((shortcut) => keyList(shortcut, false));
    expect(shown.filter((keys) => keys.length === 0 || keys.length > 2)).toEqual([]);
    expect(keyList(SHORTCUTS.find((each) => each.id === 'zoomFit')!, false)).toEqual(['Shift+1', 'Ctrl+1']);
  });

  it('knows which keys speech input may type by mistake', () => {
    const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(isCharacterKey({ ...plain, key: 'j' })).toBe(true);
    expect(isCharacterKey({ ...plain, key: '?', shiftKey: true })).toBe(true);
    expect(isCharacterKey({ ...plain, key: 'z', ctrlKey: true })).toBe(false);
    expect(isCharacterKey({ ...plain, key: 'Enter' })).toBe(false);
  });
});
