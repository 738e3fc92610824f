import { z } from 'zod';
import { vendorAttribute } from '@/lib/elements/extension-values';
import { defineTrigger } from '../define';
import { fixedCode } from '../fixed-code';
import { type Shared, sharedValue, writeShared } from '../root-elements';

const ESCALATION: Shared = {
  type: 'bpmn:Escalation',
  property: 'escalationRef',
  attribute: 'escalationCode',
};

/** Tells the scopes around that somebody should know; what runs goes on unless the catching event says otherwise. */
export const escalation = defineTrigger({
  name: 'escalation',
  type: 'bpmn:EscalationEventDefinition',
  label: 'escalation',
  view: z.object({
    /** Empty where it is caught: every escalation. FEEL after `=` where it is thrown. */
    code: z.string().default(''),
  }),
  read: (document, definition) => ({ code: sharedValue(document, definition, ESCALATION) ?? '' }),
  write: (view, document, definition) => writeShared(view.code.trim(), document, definition, ESCALATION),
  catches(context, definition) {
    const codeVariable = vendorAttribute(definition, 'escalationCodeVariable');
    const code = fixedCode(context, sharedValue(context.document, definition, ESCALATION), 'escalation.code');
    return [{ type: 'escalation', code, ...(codeVariable ? { codeVariable } : {}) }];
  },
  throws(context, definition) {
    const code = sharedValue(context.document, definition, ESCALATION) ?? '';
    if (code === '')
      context.report(
        'warning',
        'escalation-code',
        'This event throws an escalation without a code: only events that catch every escalation catch it.',
        'escalation.code',
      );
    return [{ type: 'escalation', code: context.expression(code, 'escalation.code', { syntax: 'juel' }) }];
  },
});
