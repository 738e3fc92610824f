import { defineElement } from '../define';
import { aiAudit } from './audit';
import { aiCallBpmn } from './bpmn';
import { aiBudget } from './budget-rule';
import { compileAiCall } from './compile';
import { aiFallback } from './fallback-rule';
import { aiCallKind } from './kind';
import { aiQuotes } from './quotes-rule';
import { aiPrompt, aiSchema, aiSecret, aiThreshold } from './rules';
import { aiCallSchema } from './schema';
import { aiCallVariable } from './scope';

export const aiCall = defineElement({
  ...aiCallKind,
  schema: aiCallSchema,
  bpmn: aiCallBpmn,
  compiler: { behavior: 'ai-call', compile: compileAiCall },
  rules: [aiPrompt, aiSchema, aiThreshold, aiSecret, aiFallback, aiBudget, aiQuotes],
  produces(document, element) {
    const { resultVariable, outputSchema } = aiCallBpmn.read(document, element.id);
    return [aiCallVariable(resultVariable, outputSchema)];
  },
  audit: aiAudit,
});
