import type { ElementRule } from '../define';
import { approvalBpmn } from './bpmn';

/** Whoever signs has to know what for: a signature without a statement proves nothing. */
export const approvalSignature: ElementRule = {
  code: 'approval-signature',
  check({ document, element, report }) {
    const { signature, meaning } = approvalBpmn.read(document, element.id);
    if (signature && meaning.trim() === '')
      report(
        'error',
        'This approval is signed, but nothing says what a signature means. Write the statement, such as “I have reviewed the invoice and approve its payment.”',
        'meaning',
      );
    else if (!signature && meaning.trim() !== '')
      report(
        'warning',
        'A statement to sign is written, but no signature is needed. Switch it on, or delete the statement.',
        'signature',
      );
    else if (/^\s*=|\{\{/.test(meaning))
      report(
        'warning',
        'The statement is signed as it is written here: variables and expressions are not filled in.',
        'meaning',
      );
  },
};
