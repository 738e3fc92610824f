import { z } from 'zod';
import type { JsonObject } from '@/engine/core/json';
import type { Scenario } from './types';

/** Larger scenarios are data sets; a path through a process is short. */
export const MOST_STEPS = 500;
const MOST_CHARACTERS = 1_000;

const text = z.string().min(1).max(MOST_CHARACTERS);
const id = z.string().min(1).max(300);
const json = z.json();
const variables = z.record(z.string().max(300), json) as unknown as z.ZodType<JsonObject>;
const ids = z.array(id).max(200);
const at = { at: id };

const step = z.union([
  z.strictObject({ ...at, result: variables }),
  z.strictObject({
    ...at,
    error: text,
    message: z.string().max(MOST_CHARACTERS).optional(),
    variables: variables.optional(),
  }),
  z.strictObject({ ...at, fail: text }),
  z.strictObject({
    ...at,
    form: variables.default({}),
    outcome: text.optional(),
    comment: z.string().max(10_000).optional(),
    by: text.optional(),
  }),
  z.strictObject({ ...at, flows: ids }),
  z.strictObject({ ...at, timer: z.literal('fire') }),
  z.strictObject({ ...at, message: variables }),
  z.strictObject({ ...at, signal: variables }),
  z.strictObject({ ...at, escalation: text }),
  z.strictObject({ ...at, activate: ids.min(1) }),
  z.strictObject({ ...at, retry: variables }),
  z.strictObject({ wait: text }),
  z.strictObject({ set: variables }),
]);

/** The fields of a scenario. */
export const scenarioFields = {
  scenario: z.string().trim().min(1).max(200),
  process: id.optional(),
  clock: z.iso.datetime().optional(),
  start: z
    .strictObject({ event: id.optional(), variables: variables.optional(), by: text.optional() })
    .optional(),
  steps: z.array(step).max(MOST_STEPS).default([]),
  expect: z
    .strictObject({
      status: z.enum(['running', 'completed', 'terminated', 'failed']).optional(),
      ends: ids.optional(),
      waits: ids.optional(),
      variables: variables.optional(),
    })
    .default({}),
};

/** A scenario as the API takes it and as its text is read; unknown words are refused. */
export const scenarioSchema = z.strictObject(scenarioFields) as unknown as z.ZodType<Scenario>;
