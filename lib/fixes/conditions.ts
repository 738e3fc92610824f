import { change, type Fixer } from './fix';

/** A condition that decides nothing can go. */
export const withoutCondition: Fixer = (broken) =>
  broken.element.type === 'bpmn:SequenceFlow'
    ? [change(broken, 'Delete the condition', { values: { conditionExpression: null } })]
    : [];
