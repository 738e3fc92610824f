import { businessRuleTaskBpmn } from '@/lib/elements/business-rule-task/bpmn';
import { callActivityBpmn } from '@/lib/elements/call-activity/bpmn';
import { type Fixer, patched } from './fix';

const newest = { binding: 'latest', version: '' } as const;

export const callNewest: Fixer = ({ document, element: { id } }) => [
  patched(
    document,
    id,
    'Call the newest version',
    callActivityBpmn.write({ ...callActivityBpmn.read(document, id), ...newest }, document, id),
  ),
];

export const askNewest: Fixer = ({ document, element: { id } }) => [
  patched(
    document,
    id,
    'Ask the newest version',
    businessRuleTaskBpmn.write({ ...businessRuleTaskBpmn.read(document, id), ...newest }, document, id),
  ),
];
