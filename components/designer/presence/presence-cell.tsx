'use client';

import { Avatar } from '@/components/ui/avatar';
import { Popover } from '@/components/ui/popover';
import { TitleCell } from '@/components/ui/title-block';
import { get } from '@/lib/document';
import { nameInList } from '@/lib/outline/words';
import { useEditor, useEditorStore } from '../store/context';
import type { Person } from './persons';

/** How many faces have room in the title bar. */
const FACES = 3;

const nameOf = ({ name, me }: Person): string => (me ? `${name} (you, another window)` : name);

/** Who else has the draft open, in the title bar; the list says what each has selected. */
export function PresenceCell({ persons }: { persons: readonly Person[] }) {
  const label = `Also here: ${persons.map(nameOf).join(', ')}`;
  return (
    <TitleCell label="Also here">
      <Popover
        label="People with this draft open"
        trigger={
          <button
            type="button"
            title={label}
            className="-my-1 flex min-h-6 items-center gap-1.5 rounded-sm px-0.5 hover:bg-hover"
          >
            <span className="sr-only">{label}</span>
            <span className="flex -space-x-1" aria-hidden="true">
              {persons.slice(0, FACES).map(({ personId, name }) => (
                <span key={personId} className="rounded-full ring-2 ring-[var(--paper)]">
                  <Avatar name={name} size="s" decorative />
                </span>
              ))}
            </span>
            {persons.length === 1 && (
              <span className="max-w-28 truncate text-xs" aria-hidden="true">
                {persons[0]!.name}
              </span>
            )}
            {persons.length > FACES && (
              <span className="text-xs" aria-hidden="true">
                +{persons.length - FACES}
              </span>
            )}
          </button>
        }
      >
        <ul className="flex w-64 flex-col gap-2" aria-label="People with this draft open">
          {persons.map((person) => (
            <PersonLine key={person.personId} person={person} />
          ))}
        </ul>
      </Popover>
    </TitleCell>
  );
}

function PersonLine({ person }: { person: Person }) {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const selected = person.selection.filter((id) => get(document, id));
  const first = selected[0];
  return (
    <li className="flex items-center gap-2 text-sm">
      <Avatar name={person.name} decorative />
      <span className="min-w-0 grow">
        <span className="block truncate font-medium">{nameOf(person)}</span>
        <span className="block truncate text-xs text-muted">
          {first ? `Has selected ${nameInList(document, first)}` : 'Has nothing selected'}
          {selected.length > 1 && ` and ${selected.length - 1} more`}
        </span>
      </span>
      {first && (
        <button
          type="button"
          className="inline-link min-h-6 text-xs"
          onClick={() => editor.getState().reveal(first)}
        >
          Go there
        </button>
      )}
    </li>
  );
}
