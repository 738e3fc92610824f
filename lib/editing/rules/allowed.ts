/** A rule's yes. */
export interface Allowed {
  allowed: true;
}

export const YES: Allowed = { allowed: true };
