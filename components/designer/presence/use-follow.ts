import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { provideCommands } from '@/components/commands/sources';
import type { Company } from '../store/company';
import { useEditorStore } from '../store/context';
import type { EditorStore } from '../store/editor-store';
import { windowToFollow } from './following';
import type { Person } from './persons';

/** How a person is called: by name, and oneself in another window as that. */
export const nameOf = ({ name, me }: Person): string => (me ? `${name} (you, another window)` : name);

/** Follows somebody, or stops when they are followed; what can't be followed is said. */
export function toggleFollow(editor: EditorStore, company: Company, person: Person): void {
  const { following, places } = company.state.getState();
  if (following && person.windows.includes(following)) return void company.follow(null);
  const id = windowToFollow(person, places);
  if (id && !company.follow(id))
    editor.getState().say(`${person.name} already follows what you see, so there is nothing to follow`, true);
}

/** Who is followed or not, and the change of it. */
export function useFollow(company: Company) {
  const editor = useEditorStore();
  const following = useStore(company.state, (state) => state.following);
  return {
    follows: ({ windows }: Person): boolean => following !== null && windows.includes(following),
    toggle: (person: Person) => toggleFollow(editor, company, person),
  };
}

/** Following in the command palette. */
export function useFollowCommands(persons: readonly Person[], company: Company): void {
  const { follows, toggle } = useFollow(company);
  const commands = () =>
    persons.map((person) => ({
      id: `follow ${person.personId}`,
      label: `${follows(person) ? 'Stop following' : 'Follow'} ${nameOf(person)}`,
      keywords: ['view', 'watch'],
      run: () => toggle(person),
    }));
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(
    () =>
      provideCommands(() => {
        const found = latest.current();
        return found.length > 0 ? [{ heading: 'Also here', commands: found }] : [];
      }),
    [],
  );
}
