import { COMMAND_KEYS, type Pressed, pressedKeys } from '@/components/commands/keys';

/** One keyboard shortcut: handlers, tooltips and the sheet behind “?” all read this list. */
export interface Shortcut {
  id: ShortcutId;
  /** `Mod` is Ctrl, or ⌘ on a Mac; keys as in `KeyboardEvent.key`, letters in capitals. */
  keys: readonly string[];
  label: string;
  group: 'Edit' | 'Tools' | 'Select' | 'View' | 'Process' | 'Simulation';
  /** Where it works: single keys act only while canvas or outline, or the simulation in its place, has the focus. */
  scope: 'canvas' | 'designer' | 'app' | 'simulation';
}

const LIST = [
  ['undo', ['Mod+Z'], 'Undo', 'Edit', 'designer'],
  ['redo', ['Mod+Y', 'Mod+Shift+Z'], 'Redo', 'Edit', 'designer'],
  ['copy', ['Mod+C'], 'Copy', 'Edit', 'canvas'],
  ['cut', ['Mod+X'], 'Cut', 'Edit', 'canvas'],
  ['paste', ['Mod+V'], 'Paste', 'Edit', 'canvas'],
  ['pasteInPlace', ['Mod+Shift+V'], 'Paste in place', 'Edit', 'canvas'],
  ['duplicate', ['Mod+D'], 'Duplicate', 'Edit', 'canvas'],
  ['delete', ['Delete', 'Backspace'], 'Delete', 'Edit', 'canvas'],
  ['label', ['E', 'F2'], 'Edit the label', 'Edit', 'canvas'],
  ['morph', ['R'], 'Change the kind', 'Edit', 'canvas'],
  ['append', ['A'], 'Append', 'Edit', 'canvas'],
  ['create', ['N'], 'Add an element', 'Edit', 'canvas'],
  ['moveLeft', ['ArrowLeft', 'Shift+ArrowLeft'], 'Move left by 1, with Shift by 10', 'Edit', 'canvas'],
  ['moveRight', ['ArrowRight', 'Shift+ArrowRight'], 'Move right', 'Edit', 'canvas'],
  ['moveUp', ['ArrowUp', 'Shift+ArrowUp'], 'Move up', 'Edit', 'canvas'],
  ['moveDown', ['ArrowDown', 'Shift+ArrowDown'], 'Move down', 'Edit', 'canvas'],
  ['before', ['B'], 'Add before', 'Edit', 'canvas'],
  ['after', ['Shift+A'], 'Add after, into the flow', 'Edit', 'canvas'],
  ['attach', ['Shift+B'], 'Attach an event to the border', 'Edit', 'canvas'],
  ['lane', ['Shift+L'], 'Move to a lane', 'Edit', 'canvas'],
  ['move', ['M'], 'Move by numbers', 'Edit', 'canvas'],
  ['resize', ['Shift+M'], 'Resize by numbers', 'Edit', 'canvas'],
  ['route', ['W'], 'Way-points of a flow by numbers', 'Edit', 'canvas'],
  ['layout', ['Shift+Alt+T'], 'Arrange all, or two and more selected', 'Edit', 'canvas'],
  ['alignLeft', ['Alt+A'], 'Align left', 'Edit', 'canvas'],
  ['alignCentre', ['Alt+H'], 'Align centres', 'Edit', 'canvas'],
  ['alignRight', ['Alt+D'], 'Align right', 'Edit', 'canvas'],
  ['alignTop', ['Alt+W'], 'Align tops', 'Edit', 'canvas'],
  ['alignMiddle', ['Alt+V'], 'Align middles', 'Edit', 'canvas'],
  ['alignBottom', ['Alt+S'], 'Align bottoms', 'Edit', 'canvas'],
  ['distributeAcross', ['Shift+Alt+H'], 'Distribute horizontally', 'Edit', 'canvas'],
  ['distributeDown', ['Shift+Alt+V'], 'Distribute vertically', 'Edit', 'canvas'],
  ['expand', ['X'], 'Open or close a sub-process in place', 'Edit', 'canvas'],
  ['select', ['V'], 'Select tool', 'Tools', 'canvas'],
  ['hand', ['H'], 'Hand tool; hold Space for a moment of it', 'Tools', 'canvas'],
  ['lasso', ['L'], 'Lasso tool; or drag with Shift', 'Tools', 'canvas'],
  ['space', ['S'], 'Space tool; Ctrl turns it round, Shift moves all', 'Tools', 'canvas'],
  ['connect', ['C'], 'Connect the selected element', 'Tools', 'canvas'],
  ['comment', ['Shift+C'], 'Comment on the selected element; a note when none is', 'Edit', 'canvas'],
  ['comments', ['Shift+D'], 'Show or hide the comments', 'View', 'canvas'],
  ['selectAll', ['Mod+A'], 'Select all', 'Select', 'canvas'],
  ['next', ['J'], 'Next element along the flow', 'Select', 'canvas'],
  ['previous', ['K'], 'Previous element', 'Select', 'canvas'],
  [
    'branch',
    ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    'Walk the first to ninth path',
    'Select',
    'canvas',
  ],
  ['menu', ['Shift+F10', 'ContextMenu'], 'What can be done with the element', 'Select', 'canvas'],
  ['outline', ['Shift+O'], 'Show or leave the outline', 'Select', 'canvas'],
  ['open', ['Enter'], 'Go to the properties', 'Select', 'canvas'],
  ['drillIn', ['Shift+Enter'], 'Go into a sub-process', 'Select', 'canvas'],
  ['escape', ['Escape'], 'Cancel; back to the canvas', 'Select', 'canvas'],
  ['zoomIn', ['Mod+=', 'Mod++'], 'Zoom in', 'View', 'canvas'],
  ['zoomOut', ['Mod+-'], 'Zoom out', 'View', 'canvas'],
  ['zoomReset', ['Mod+0', 'Shift+0', 'Shift+)'], 'Zoom to 100 %', 'View', 'canvas'],
  ['zoomFit', ['Shift+1', 'Shift+!', 'Mod+1'], 'Show everything', 'View', 'canvas'],
  ['zoomSelection', ['Shift+2', 'Shift+@', 'Shift+"'], 'Show the selection', 'View', 'canvas'],
  ['panLeft', ['Mod+ArrowLeft', 'Mod+Shift+ArrowLeft'], 'Move the view left', 'View', 'canvas'],
  ['panRight', ['Mod+ArrowRight', 'Mod+Shift+ArrowRight'], 'Move the view right', 'View', 'canvas'],
  ['panUp', ['Mod+ArrowUp', 'Mod+Shift+ArrowUp'], 'Move the view up', 'View', 'canvas'],
  ['panDown', ['Mod+ArrowDown', 'Mod+Shift+ArrowDown'], 'Move the view down', 'View', 'canvas'],
  ['grid', ["Mod+'"], 'Show the grid and keep to it, or not', 'View', 'canvas'],
  ['find', ['Mod+F'], 'Find an element', 'Select', 'designer'],
  ['properties', ['Shift+P'], 'Show or hide the properties', 'View', 'canvas'],
  ['nextProblem', ['F8'], 'Next problem', 'Process', 'designer'],
  ['previousProblem', ['Shift+F8'], 'Previous problem', 'Process', 'designer'],
  ['run', ['Mod+Enter'], 'Run', 'Process', 'designer'],
  ['commands', COMMAND_KEYS, 'Commands: elements, actions, processes', 'Process', 'app'],
  ['simulate', ['T'], 'Simulate the draft', 'Process', 'canvas'],
  ['simulationPlay', [' '], 'Play or pause', 'Simulation', 'simulation'],
  ['simulationStep', ['N'], 'One move further', 'Simulation', 'simulation'],
  ['simulationReset', ['R'], 'Start over', 'Simulation', 'simulation'],
  ['simulationLog', ['L'], 'What happened', 'Simulation', 'simulation'],
  ['simulationEnd', ['T', 'Escape'], 'Back to editing', 'Simulation', 'simulation'],
  ['help', ['?', 'Shift+?'], 'Keyboard shortcuts', 'Process', 'canvas'],
] as const satisfies readonly (readonly [
  string,
  readonly string[],
  string,
  Shortcut['group'],
  Shortcut['scope'],
])[];

export type ShortcutId = (typeof LIST)[number][0];

export const SHORTCUTS: readonly Shortcut[] = LIST.map(([id, keys, label, group, scope]) => ({
  id,
  keys,
  label,
  group,
  scope,
}));

const byKey = (scopes: readonly Shortcut['scope'][]) =>
  new Map<string, Shortcut>(
    SHORTCUTS.filter((each) => scopes.includes(each.scope)).flatMap((each) =>
      each.keys.map((key): [string, Shortcut] => [key, each]),
    ),
  );

/** A key means one thing while editing and may mean another while simulating. */
const BY_KEY = { editing: byKey(['canvas', 'designer', 'app']), simulation: byKey(['simulation']) };

/** The shortcut a key event stands for. */
export function shortcutOf(event: Pressed, mode: keyof typeof BY_KEY = 'editing'): Shortcut | undefined {
  const keys = BY_KEY[mode];
  for (const name of pressedKeys(event)) {
    const shortcut = keys.get(name);
    if (shortcut) return shortcut;
  }
  return undefined;
}

const WORDS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  ContextMenu: 'Menu',
  ' ': 'Space',
};

/** The first key of a shortcut as people write it: `Ctrl+Z`, `⌘Z` on a Mac. */
export function keyName(id: ShortcutId, mac = isMac()): string {
  return keyWords(SHORTCUTS.find((each) => each.id === id)?.keys[0] ?? '', mac);
}

/** A key combination of the registry in words. */
export function keyWords(keys: string, mac = isMac()): string {
  const parts = keys.split(/\+(?!$)/).map((part) => WORDS[part] ?? part);
  if (!mac) return parts.join('+').replace('Mod', 'Ctrl');
  return parts.join('').replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥');
}

/** The combinations the sheet shows for a shortcut, in words; a row of digits is one range. */
export function keyList({ id, keys }: Shortcut, mac = isMac()): string[] {
  if (id === 'branch') return ['1 … 9'];
  const written = keys.filter((key) => !/^Shift\+[^\w]$/.test(key) || keys.length === 1);
  return [...new Set(written.map((key) => keyWords(key, mac)))];
}

/**
 * Whether a shortcut is one character without Ctrl, Alt or ⌘: those can be switched off (WCAG 2.2, 2.1.4), because
 * speech input types characters by mistake.
 */
export function isCharacterKey(event: Pressed): boolean {
  return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
}

const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** Whether typing goes into the element, so that single keys must be left alone. Radio buttons are chosen by arrows. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'radio') return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
