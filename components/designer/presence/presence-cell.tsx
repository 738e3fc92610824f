'use client';

import { ChevronDown } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Popover } from '@/components/ui/popover';
import { TitleCell } from '@/components/ui/title-block';
import { get } from '@/lib/document';
import { nameInList } from '@/lib/outline/words';
import type { Company } from '../store/company';
import { useEditor, useEditorStore } from '../store/context';
import type { Person } from './persons';
import { nameOf, useFollow } from './use-follow';

/** How many faces have room in the title bar. */
const FACES = 3;

/** Who else has the draft open, in the title bar: a click on a face follows, the list says what each has selected. */
export function PresenceCell({ persons, company }: { persons: readonly Person[]; company: Company }) {
  const label = `Also here: ${persons.map(nameOf).join(', ')}`;
  const { follows, toggle } = useFollow(company);
  return (
    <TitleCell label="Also here">
      {persons.slice(0, FACES).map((person) => (
        <Face
          key={person.personId}
          {...{ person }}
          followed={follows(person)}
          onFollow={() => toggle(person)}
        />
      ))}
      <Popover
        label="People with this draft open"
        trigger={
          <button
            type="button"
            title={label}
            className="-my-1 flex min-h-6 min-w-6 items-center gap-1 rounded-sm px-0.5 text-xs hover:bg-hover"
          >
            <span className="sr-only">{label}</span>
            <span className="max-w-28 truncate" aria-hidden="true">
              {persons.length === 1 && persons[0]!.name}
              {persons.length > FACES && `+${persons.length - FACES}`}
            </span>
            <ChevronDown size={13} aria-hidden="true" />
          </button>
        }
      >
        <ul className="flex w-64 flex-col gap-2" aria-label="People with this draft open">
          {persons.map((person) => (
            <PersonLine
              key={person.personId}
              person={person}
              followed={follows(person)}
              onFollow={() => toggle(person)}
            />
          ))}
        </ul>
      </Popover>
    </TitleCell>
  );
}

interface FollowProps {
  person: Person;
  followed: boolean;
  onFollow: () => void;
}

function Face({ person, followed, onFollow }: FollowProps) {
  const label = `Follow ${nameOf(person)}`;
  return (
    <button
      type="button"
      title={label}
      aria-pressed={followed}
      className="-my-1 flex size-6 flex-none items-center justify-center rounded-full hover:bg-hover aria-pressed:ring-2 aria-pressed:ring-ink"
      onClick={onFollow}
    >
      <Avatar name={person.name} size="s" decorative />
      {/* a label would have to begin with the initials */}
      <span className="sr-only">{label}</span>
    </button>
  );
}

function PersonLine({ person, followed, onFollow }: FollowProps) {
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
          {person.followsMe && ', follows you'}
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
      <button type="button" className="inline-link min-h-6 text-xs" onClick={onFollow}>
        {followed ? 'Stop following' : 'Follow'}
      </button>
    </li>
  );
}
