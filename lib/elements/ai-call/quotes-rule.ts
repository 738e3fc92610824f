import type { ElementRule } from '../define';
import { parseTemplate } from '../template';
import { aiCallBpmn } from './bpmn';

/** Quotes are taken from what the prompt is given: a prompt that is given nothing can't be answered. */
export const aiQuotes: ElementRule = {
  code: 'ai-quotes',
  check({ document, element, report }) {
    const { requireQuotes, userPrompt } = aiCallBpmn.read(document, element.id);
    if (!requireQuotes || userPrompt.trim() === '') return;
    if (!parseTemplate(userPrompt).some((part) => 'expression' in part))
      report(
        'error',
        'The answer must carry quotes from what the prompt is given, and it is given nothing. Put a {{variable}} into the prompt, or switch the quotes off.',
        'requireQuotes',
      );
  },
};
