import type { Principal } from '@/lib/auth/principal';

/** One call of a use case, whoever translated it. */
export interface CallContext {
  /** Null for a stranger. */
  principal: Principal | null;
  /** Network address of the caller, for throttling and counting strangers. */
  address: string;
  /** Names this call: from `Idempotency-Key` (scoped to actor and route) or fresh. */
  commandId: string;
}

/** The same after authorisation. */
export interface AuthorisedContext extends CallContext {
  principal: Principal;
}
