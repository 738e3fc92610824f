import { describe, expect, it } from 'vitest';
import { found } from './found';
import { pageCommands, provideCommands } from './sources';

const command = (label: string, keywords: string[] = []) => ({ id: label, label, keywords, run: () => {} });
const labels = (typed: string, ...list: ReturnType<typeof command>[]) =>
  found([{ heading: 'All', commands: list }], typed).flatMap((group) =>
    group.commands.map((each) => each.label),
  );

describe('what the palette shows', () => {
  it('puts the best fit first and finds keywords', () => {
    const list = [command('Undo paste'), command('Paste'), command('Task', ['paste_1'])];
    expect(labels('paste', ...list)).toEqual(['Paste', 'Undo paste', 'Task']);
  });

  it('leaves out groups without anything, and shows eight of a group', () => {
    expect(labels('nothing', command('Paste'))).toEqual([]);
    expect(labels('', ...Array.from({ length: 20 }, (_, i) => command(`Step ${i}`)))).toHaveLength(8);
  });

  it('asks the page that is open, until it is left', () => {
    const leave = provideCommands(() => [{ heading: 'Here', commands: [command('Undo')] }]);
    expect(pageCommands().map((group) => group.heading)).toEqual(['Here']);
    leave();
    expect(pageCommands()).toEqual([]);
  });
});
