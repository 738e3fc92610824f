import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const variables = z.record(z.string(), z.json());

const step = z.union([
  /** Somebody completes a task; `refused` is the code with which they may not. */
  z.strictObject({
    decide: z.string(),
    outcome: z.string().optional(),
    by: z.enum(['anna', 'ben', 'cleo']).optional(),
    comment: z.string().optional(),
    variables: variables.optional(),
    refused: z.string().optional(),
  }),
  /** The clock moves to a timer. */
  z.strictObject({ fire: z.string() }),
  /** What an event waits for arrives. */
  z.strictObject({ message: z.string(), variables: variables.optional() }),
]);
export type Step = z.infer<typeof step>;

const scenarioFile = z.array(
  z.strictObject({
    name: z.string(),
    /** Over the template's own. */
    variables: variables.optional(),
    steps: z.array(step),
    /** Every end event that is reached, in any order. */
    ends: z.array(z.string()).min(1),
    notVisited: z.array(z.string()).optional(),
    /** Variables that are exactly so at the end. */
    result: variables.optional(),
  }),
);
export type Scenario = z.infer<typeof scenarioFile>[number];

/** The `scenarios.json` of a template. */
export function scenariosOf(templateId: string): Scenario[] {
  const file = path.resolve(import.meta.dirname, '../library', templateId, 'scenarios.json');
  return scenarioFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}
