import type { Actor } from '@/engine/core/inputs';

/** Who is calling, as loaded from the database for this very call. */
export interface Principal {
  kind: 'person' | 'service';
  /** The person behind sessions, tokens and delegations; for a service token `service:<token id>`. */
  id: string;
  name: string;
  email?: string;
  roles: string[];
  /** `*` stands for every group. */
  groups: string[];
  via: 'session' | 'token' | 'link';
  /** The token, when it came by one. */
  tokenId?: string;
  demo: boolean;
}

/** The same as the engine and the ledger record it. */
export const actorOf = (principal: Principal): Actor => ({
  kind: principal.kind,
  id: principal.id,
  name: principal.name,
  via: principal.via,
});

/** The engine itself, for what nobody asked for: timers, projections, quarantine. */
export const ENGINE_ACTOR: Actor = { kind: 'engine', id: 'engine', name: 'Engine', via: 'engine' };

/** Whether the principal belongs to one of the groups. */
export const inGroup = (principal: Principal, groups: readonly string[]): boolean =>
  principal.groups.includes('*') || groups.some((group) => principal.groups.includes(group));

/** Whether a process means this person by what it wrote: an id, an e-mail address or a name. */
export function isMeant(principal: Principal, written: string): boolean {
  const text = written.trim().toLowerCase();
  return [principal.id, principal.email, principal.name].some((one) => one?.toLowerCase() === text);
}
