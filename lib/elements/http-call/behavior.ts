import type { Behavior } from '@/engine/core/behavior';
import type { JsonObject } from '@/engine/core/json';
import { textOf, written } from '../values';
import type { HttpCallConfig } from './config';

/** In-process work of this type is an HTTP request through the guarded client. */
export const HTTP_WORK = 'countersign:http';

/** The request as the activation leaves it to the worker: constant over retries; secrets are added there. */
export interface HttpCallPayload extends JsonObject {
  method: string;
  url: string;
  headers: { name: string; value: string }[];
}

/** Evaluates the request; the worker's variables hold `{[resultVariable]: response}`. */
export const behavior: Behavior<HttpCallConfig> = {
  activate(step, config) {
    const url = textOf(step, config.url, 'The address');
    const values = step.evaluateAll(
      config.headers.map((header) => header.value),
      'A header',
    );
    const headers = config.headers.map(({ name }, index) => ({
      name,
      value: written(values[index] ?? null),
    }));
    const request: HttpCallPayload = { method: config.method, url, headers };
    if (config.body !== undefined) request.body = step.evaluate(config.body, 'The body');
    step.createWork({ workType: HTTP_WORK, retries: config.retries, payload: request });
  },
};
