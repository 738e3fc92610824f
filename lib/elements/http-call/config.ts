import type { Expression } from '@/engine/core/model';

/** An HTTP request through the guarded client; `secret` names a stored secret, never its value. */
export interface HttpCallConfig {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: Expression;
  headers: { name: string; value: Expression }[];
  body?: Expression;
  secret?: string;
  timeoutMs: number;
  retries: number;
  resultVariable: string;
}
