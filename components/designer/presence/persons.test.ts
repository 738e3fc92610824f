import { describe, expect, it } from 'vitest';
import { comings, personsOf } from './persons';

const at = (id: string, personId: string, selection: string[] = []) => ({
  id,
  personId,
  name: personId === 'mia' ? 'Mia' : 'Jonas',
  selection,
});

describe('who else is here', () => {
  it('names everybody once, and oneself only for another window', () => {
    const people = [at('1', 'mia'), at('2', 'jonas', ['a']), at('3', 'jonas', ['a', 'b'])];
    expect(personsOf(people, '1')).toEqual([
      {
        personId: 'jonas',
        name: 'Jonas',
        me: false,
        selection: ['a', 'b'],
        windows: ['2', '3'],
        followsMe: false,
      },
    ]);
    const watched = people.map((one) => (one.id === '2' ? { ...one, follows: '1' } : one));
    expect(personsOf(watched, '1')[0]?.followsMe).toBe(true);
    const twice = personsOf([...people, at('4', 'mia', ['c'])], '1');
    expect(twice.map(({ name, me, selection }) => [name, me, selection])).toEqual([
      ['Jonas', false, ['a', 'b']],
      ['Mia', true, ['c']],
    ]);
    expect(personsOf([at('1', 'mia')], '1')).toEqual([]);
  });

  it('says who came and who went, and nothing of new windows or selections', () => {
    const one = personsOf([at('1', 'mia'), at('2', 'jonas')], '1');
    const two = personsOf([at('1', 'mia'), at('2', 'jonas', ['a']), at('3', 'jonas')], '1');
    expect(comings([], one)).toBe('Jonas has this draft open, too');
    expect(comings(one, two)).toBe('');
    expect(comings(two, [])).toBe('Jonas left this draft');
    const own = personsOf([at('1', 'mia'), at('4', 'mia')], '1');
    expect(comings(one, own)).toBe('You have this draft open in another window, too. Jonas left this draft');
  });
});
