import type { Seed } from '../define';

/** What a new AI call answers until it is told otherwise: one text. */
export const FIRST_SCHEMA = JSON.stringify({
  type: 'object',
  properties: { result: { type: 'string', description: 'The answer in a few words' } },
  required: ['result'],
});

/** A new AI call lacks nothing but its prompt. */
export const aiCallSeed: Seed = {
  type: 'bpmn:ServiceTask',
  values: {
    extensionElements: {
      $type: 'bpmn:ExtensionElements',
      values: [
        {
          $type: 'countersign:AiCall',
          timeout: 'PT30S',
          retries: 2,
          outputSchema: FIRST_SCHEMA,
          resultVariable: 'answer',
          confidenceSource: 'schema-checks',
          threshold: 0.9,
        },
      ],
    },
  },
};
