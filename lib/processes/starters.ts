import 'server-only';
import { type Scope, scopeOf } from '@/lib/auth/permissions';
import { inGroup, isMeant, type Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { type Starters, startersOf } from '@/lib/elements/process/starters';
import { forbidden } from '@/lib/errors/app-error';
import type { StartVerdict } from './start-verdict';
import { asDocument } from './store-model';

const MAX_CACHED = 500;
const cache = new Map<string, Promise<Starters | null>>();

/** Whom a version narrows the starts of a process to. Versions never change, so it is read once. */
export function startersOfVersion(versionId: string, processKey: string): Promise<Starters | null> {
  const key = `${versionId}\0${processKey}`;
  const known = cache.get(key);
  if (known) return known;
  const reading = db()
    .processVersion.findUniqueOrThrow({ where: { id: versionId }, select: { document: true } })
    .then(({ document }) => startersOf(asDocument(document), processKey));
  reading.catch(() => cache.delete(key));
  cache.set(key, reading);
  const oldest = cache.keys().next().value;
  if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  return reading;
}

/** Whether the process means this person, or a group of theirs. */
export const isStarter = (principal: Principal, starters: Starters | null): boolean =>
  starters === null ||
  starters.people.some((written) => isMeant(principal, written)) ||
  inGroup(principal, starters.groups);

/** Whether the caller may start a process of that name, and else whom to ask. */
export async function startVerdict(
  principal: Principal,
  name: string,
  starters: Starters | null,
): Promise<StartVerdict> {
  const scope: Scope | null = scopeOf(principal.roles, 'instances.start');
  if (scope !== 'all') {
    const reason = `Only operators start instances; drafts are tried out with “Simulate”.${await whomToAsk(principal, null)}`;
    return { may: false, code: 'forbidden', reason, brief: 'operators only' };
  }
  if (isStarter(principal, starters)) return { may: true };
  const who = starters ? inWords(starters) : '';
  const reason = `Only ${who} may start “${name}”.${await whomToAsk(principal, starters)}`;
  return { may: false, code: 'not-a-starter', reason, brief: 'not for you' };
}

/**
 * @throws AppError 403 `not-a-starter` when the version narrows who may start it and the caller isn't meant; the refusal
 *   is recorded like every other
 */
export async function checkStarter(
  principal: Principal,
  process: { name: string; key: string },
  versionId: string,
): Promise<void> {
  const starters = await startersOfVersion(versionId, process.key);
  if (isStarter(principal, starters)) return;
  const verdict = await startVerdict(principal, process.name, starters);
  if (!verdict.may) throw forbidden({ code: 'not-a-starter', userMessage: verdict.reason });
}

function inWords({ people, groups }: Starters): string {
  const parts = [...groups.map((group) => `the group “${group}”`), ...people];
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const NAMED = 3;

/** Up to three people who may, by name; demo people are no help outside the demo. */
async function whomToAsk(principal: Principal, starters: Starters | null): Promise<string> {
  const meant = (starters?.people ?? []).flatMap((written) => [
    { id: written },
    { email: { equals: written, mode: 'insensitive' as const } },
    { name: { equals: written, mode: 'insensitive' as const } },
  ]);
  const people = await db().person.findMany({
    where: {
      disabled: false,
      roles: { has: 'operator' },
      id: { not: principal.id },
      ...(principal.demo ? {} : { demo: false }),
      ...(starters ? { OR: [...meant, { groups: { hasSome: [...starters.groups, '*'] } }] } : {}),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: NAMED,
    select: { name: true },
  });
  const names = people.map(({ name }) => name);
  if (names.length === 0) return ' Ask an administrator.';
  return ` Ask ${names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`}.`;
}
