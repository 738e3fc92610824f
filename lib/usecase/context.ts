import type { Principal } from '@/lib/auth/principal';

/** One call of a use case, whoever translated it. */
export interface CallContext {
  /** Null for a stranger. */
  principal: Principal | null;
  /** Network address of the caller, for throttling and counting strangers. */
  address: string;
  /** Names this call: from `Idempotency-Key` (scoped to actor and route) or fresh. */
  commandId: string;
  /** Aborts when the caller has gone away; absent where nobody can tell. */
  gone?: AbortSignal;
  /** Who calls by now, read afresh: for what goes on after it was let in. Absent where nobody can tell. */
  again?: () => Promise<Principal | null>;
  /** Told how it goes, where the caller listens; absent: only the answer is wanted. */
  tell?: Tell;
}

/** Tells a caller who listens what happened on the way. */
export type Tell = (event: string, data: unknown) => void;

/** The same after authorisation. */
export interface AuthorisedContext extends CallContext {
  principal: Principal;
}
