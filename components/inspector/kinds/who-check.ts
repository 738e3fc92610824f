import { closest } from '@/lib/feel/closest';

/** The people and groups that work can be given to. */
export interface Directory {
  people: readonly { personId: string; email: string; name: string }[];
  groups: readonly string[];
  /** Whether everybody is in it; else nobody is called unknown. */
  complete: boolean;
}

/**
 * Why a person or group that a step names will never see its task; undefined when all are known. Expressions are
 * known when they run only.
 * @param text as the document holds it: names divided by commas, or FEEL after `=`
 */
export function whoProblem(
  text: string,
  what: 'person' | 'group',
  directory: Directory | undefined,
): string | undefined {
  if (!directory?.complete || text.trim().startsWith('=')) return undefined;
  const named = text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const { people, groups } = directory;
  // people are meant by id, address or name in any case, groups as they are written
  const who = people
    .flatMap((each) => [each.personId, each.email, each.name])
    .map((each) => each.toLowerCase());
  const unknown = named.find((name) =>
    what === 'group' ? !groups.includes(name) : !who.includes(name.toLowerCase()),
  );
  if (unknown === undefined) return undefined;
  const meant = suggestion(unknown, what, directory);
  return `${what === 'group' ? 'Nobody is in a group' : 'Nobody signs in as'} “${unknown}”.${meant ? ` Did you mean “${meant}”?` : ''}`;
}

/** Why nobody can be asked as the owner: it is neither a person nor a group that is known. */
export function ownerProblem(text: string, directory: Directory | undefined): string | undefined {
  if (!whoProblem(text, 'group', directory)) return undefined;
  const asPerson = whoProblem(text, 'person', directory);
  return asPerson && `${asPerson} There is no such group either.`;
}

function suggestion(unknown: string, what: 'person' | 'group', { people, groups }: Directory) {
  if (what === 'group') return closest(unknown, groups);
  const wanted = unknown.toLowerCase();
  const byName = people.find(
    ({ name }) => name.toLowerCase().split(/\s+/).includes(wanted) || name.toLowerCase() === wanted,
  );
  return (
    byName?.email ??
    closest(
      unknown,
      people.map(({ email }) => email),
    )
  );
}
