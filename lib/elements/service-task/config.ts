import type { Expression } from '@/engine/core/model';

/** External work: somebody leases it by type over the API. */
export interface ServiceTaskConfig {
  workType: Expression;
  retries: number;
  headers: Record<string, string>;
  /** Set for an imported task without any implementation: its type is the element's id. */
  unimplemented?: true;
}
