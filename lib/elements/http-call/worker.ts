import 'server-only';
import type { Json, JsonObject } from '@/engine/core/json';
import type { WorkAnswer, Worker } from '@/engine/host/ports';
import { Redactor } from '@/lib/connections/redact';
import { SecretError } from '@/lib/connections/secrets';
import { stepHeaders } from '@/lib/connections/step-headers';
import { bodyOf, visibleHeaders } from '@/lib/outbound/answer';
import { outbound } from '@/lib/outbound/client';
import { OutboundError } from '@/lib/outbound/errors';
import { outboundUrl } from '@/lib/outbound/redirect';
import { retryAfterMs } from '@/lib/outbound/retry-after';
import { HTTP_WORK, type HttpCallPayload } from './behavior';
import type { HttpCallConfig } from './config';

const LEASE_MS = 30_000;
const SHOWN_BODY = 500;

/** Sends the request that the activation left, with its secrets, through the guarded client. */
export const httpWorker: Worker = {
  workType: HTTP_WORK,
  leaseMs: LEASE_MS,
  run(work, { executable, signal, idempotencyKey }) {
    const config = executable.nodes[work.elementId]!.config as HttpCallConfig;
    return callHttp(config, work.payload as HttpCallPayload, { signal, idempotencyKey });
  },
};

interface Call {
  signal: AbortSignal;
  idempotencyKey: string;
}

/**
 * One HTTP request as work: 2xx and 3xx complete it; 408, 425, 429, 5xx, time-outs and lost connections may be
 * retried, after what `Retry-After` asks; everything else is final. Secret values appear in no part of the answer.
 */
export async function callHttp(
  config: HttpCallConfig,
  payload: HttpCallPayload,
  call: Call,
): Promise<WorkAnswer> {
  let redactor = new Redactor([]);
  const started = performance.now();
  const report = (more: JsonObject = {}): Json => {
    const { method, url } = payload;
    const latencyMs = Math.round(performance.now() - started);
    return redactor.json({
      method,
      url,
      ...(config.secret ? { secret: config.secret } : {}),
      latencyMs,
      ...more,
    });
  };
  try {
    const url = outboundUrl(payload.url);
    const given = payload.headers.map((header, index) => ({
      ...header,
      literal: config.headers[index]?.value.mode === 'static',
    }));
    const { headers, secrets } = await stepHeaders(url, given, config.secret);
    redactor = new Redactor(secrets);
    const answer = await outbound().fetch(url.href, {
      method: payload.method,
      ...requestBody(payload, withKey(headers, call.idempotencyKey)),
      signal: call.signal,
      timeoutMs: config.timeoutMs,
    });
    const body = redactor.json(await bodyOf(answer));
    return settled(config, answer, body, redactor, report);
  } catch (error) {
    if (!(error instanceof OutboundError) && !(error instanceof SecretError)) throw error;
    const retryable = error instanceof OutboundError && error.retryable;
    return {
      type: 'fail',
      error: redactor.text(error.message),
      retryable,
      report: report({ code: error.code }),
    };
  }
}

function settled(
  config: HttpCallConfig,
  answer: Response,
  body: Json,
  redactor: Redactor,
  report: (more: JsonObject) => Json,
): WorkAnswer {
  const { status } = answer;
  if (status < 400) {
    const response = { status, headers: redactor.json(visibleHeaders(answer.headers)), body };
    const variables = config.resultVariable ? { [config.resultVariable]: response } : {};
    return { type: 'complete', variables, report: report({ status }) };
  }
  const wait = retryAfterMs(answer.headers);
  const said = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    type: 'fail',
    error: `The receiver answered ${status}${said && said !== 'null' ? `: ${said.slice(0, SHOWN_BODY)}` : '.'}`,
    retryable: status >= 500 || status === 429 || status === 408 || status === 425,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    report: report({ status }),
  };
}

function withKey(headers: Headers, idempotencyKey: string): Headers {
  headers.set('idempotency-key', idempotencyKey);
  return headers;
}

/** Text goes as it is, anything else as JSON. */
function requestBody({ method, body }: HttpCallPayload, headers: Headers) {
  if (body === undefined || body === null || method === 'GET') return { headers };
  const json = typeof body !== 'string';
  if (!headers.has('content-type'))
    headers.set('content-type', json ? 'application/json' : 'text/plain; charset=utf-8');
  return { headers, body: json ? JSON.stringify(body) : body };
}
