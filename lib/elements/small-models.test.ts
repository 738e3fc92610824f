import { expect, it } from 'vitest';
import { expected, MODELS, run } from '@/lib/testing/conformance/models';

it.each(MODELS.map((model) => [model.name, model] as const))('%s', (_name, model) => {
  const { trace, violations } = run(model);
  expect(trace).toBe(expected(model));
  expect(violations).toEqual([]);
});
