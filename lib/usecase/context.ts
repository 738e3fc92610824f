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
}

/** The same after authorisation. */
export interface AuthorisedContext extends CallContext {
  principal: Principal;
}
