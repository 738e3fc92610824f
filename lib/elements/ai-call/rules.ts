import type { ElementRule } from '../define';
import { looksSecret } from '../secrets';
import { aiCallBpmn } from './bpmn';
import { schemaProblem } from './json-schema';

/** An AI call that asks nothing. */
export const aiPrompt: ElementRule = {
  code: 'ai-prompt',
  check({ document, element, report }) {
    if (aiCallBpmn.read(document, element.id).userPrompt.trim() === '')
      report('error', 'Write the prompt: what should the AI do with which data?', 'userPrompt');
  },
};

/** Without a schema nothing says what an answer must look like, so nothing could refuse a wrong one. */
export const aiSchema: ElementRule = {
  code: 'ai-schema',
  check({ document, element, report }) {
    const { outputSchema } = aiCallBpmn.read(document, element.id);
    if (outputSchema.trim() === '')
      return report('error', 'Describe the answer: add at least one output field.', 'outputSchema');
    const problem = schemaProblem(outputSchema);
    if (problem) report('error', `The output fields can't be used. ${problem}`, 'outputSchema');
  },
};

export const aiThreshold: ElementRule = {
  code: 'ai-threshold',
  check({ document, element, report }) {
    const { threshold } = aiCallBpmn.read(document, element.id);
    if (threshold < 0 || threshold > 1)
      report('error', 'The confidence threshold lies between 0 and 1.', 'threshold');
  },
};

export const aiSecret: ElementRule = {
  code: 'secret-literal',
  check({ document, element, report }) {
    const view = aiCallBpmn.read(document, element.id);
    for (const field of ['systemPrompt', 'userPrompt'] as const) {
      if (looksSecret(view[field]))
        report(
          'warning',
          'This prompt seems to contain a password or token. Everybody who sees the process can read it.',
          field,
        );
    }
  },
};
