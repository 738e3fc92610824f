import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { JsonObject } from '@/engine/core/json';
import { AiError } from '../errors';

/** What is wrong with an answer; `path` is dotted: `value.amount`, empty for the whole. */
export interface Violation {
  path: string;
  message: string;
}

const KEPT = 200;
const compiled = new Map<string, ValidateFunction>();

/**
 * Checks an answer against its JSON Schema, formats included; at most 20 violations.
 * @throws AiError `bad-schema` when the schema itself can't be used
 */
export function violations(schema: JsonObject, answer: unknown): Violation[] {
  const validate = validatorOf(schema);
  if (validate(answer)) return [];
  return (validate.errors ?? []).slice(0, 20).map(violation);
}

/** Makes sure, before anything is asked or paid, that a schema can judge answers. @throws AiError `bad-schema` */
export const ensureUsable = (schema: JsonObject): void => void validatorOf(schema);

function validatorOf(schema: JsonObject): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known) return known;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  try {
    const validate = ajv.compile(schema);
    if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value ?? key);
    compiled.set(key, validate);
    return validate;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    throw new AiError(
      'bad-schema',
      `The output fields of this step can't be used: ${why}.`,
      false,
      undefined,
      error,
    );
  }
}

function violation({ instancePath, keyword, params, message }: ErrorObject): Violation {
  const parent = instancePath.split('/').slice(1);
  const own: unknown = params.missingProperty ?? params.additionalProperty;
  const path = [...parent, ...(typeof own === 'string' ? [own] : [])].join('.');
  if (keyword === 'required') return { path, message: 'is missing' };
  if (keyword === 'additionalProperties') return { path, message: 'is not a known field' };
  if (keyword === 'enum') return { path, message: `must be one of ${JSON.stringify(params.allowedValues)}` };
  return { path, message: message ?? 'is not valid' };
}

/** A violation as a sentence. */
export const violationText = ({ path, message }: Violation): string => `${path || 'The answer'} ${message}.`;
