import { eventDefinitionsOf, incoming, outgoing } from '@/lib/document';
import { remove } from '@/lib/editing';
import { type Broken, type Fix, type Fixer, fix } from './fix';

const deletion = ({ document, element }: Broken, label: string): Fix =>
  fix(label, () => remove(document, [element.id]));

/** A step that nothing is connected with was forgotten; one in the middle of something was not. */
export const deleteAlone: Fixer = (broken) => {
  const { document, element } = broken;
  const connected = incoming(document, element.id).length + outgoing(document, element.id).length > 0;
  // a link is connected by its name
  const link = eventDefinitionsOf(document, element.id).some(
    ({ type }) => type === 'bpmn:LinkEventDefinition',
  );
  return connected || link ? [] : [deletion(broken, 'Delete it')];
};

/** What it joins and splits is one path, which stays. */
export const removeGateway: Fixer = (broken) => {
  const { document, element } = broken;
  const single = incoming(document, element.id).length === 1 && outgoing(document, element.id).length === 1;
  return single ? [deletion(broken, 'Remove the gateway')] : [];
};

/** Events where there is no beginning and no end. */
export const deleteEvent: Fixer = (broken) =>
  /^bpmn:(?:Start|End|Boundary)Event$/.test(broken.element.type)
    ? [deletion(broken, 'Delete the event')]
    : [];
