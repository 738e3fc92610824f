import { incoming, outgoing } from '@/lib/document';
import { setForCompensation, setRepetition } from '@/lib/editing';
import { change, type Fixer, fix } from './fix';

export const markExecutable: Fixer = (broken) =>
  broken.element.type === 'bpmn:Process'
    ? [change(broken, 'Mark it as executable', { attrs: { isExecutable: true } })]
    : [];

/** What should only wait, and not begin an instance. */
export const onlyWait: Fixer = (broken) =>
  broken.element.attrs.instantiate === true
    ? [change(broken, 'Let it only wait', { attrs: { instantiate: null } })]
    : [];

/** A gateway that starts the process, where something leads to it. */
export const onlyDecide: Fixer = (broken) =>
  broken.problem.constraints?.includes('EXT.142') ? onlyWait(broken) : [];

/** Not all of its events, but the first. */
export const firstEvent: Fixer = (broken) => [
  change(broken, 'Wait for the first event', { attrs: { eventGatewayType: null } }),
];

/** A step that undoes another says so. */
export const markForCompensation: Fixer = ({ document, element }) => {
  const flows = incoming(document, element.id).length + outgoing(document, element.id).length;
  if (element.type === 'bpmn:BoundaryEvent' || flows > 0) return [];
  return [fix('Mark it for compensation', () => setForCompensation(document, element.id, true))];
};

export const oneToken: Fixer = (broken) => {
  const { field } = broken.problem;
  return field === 'startQuantity' || field === 'completionQuantity'
    ? [change(broken, 'Use one token', { attrs: { [field]: null } })]
    : [];
};

export const once: Fixer = ({ document, element }) => [
  fix('Do it once', () => setRepetition(document, element.id, 'none')),
];
