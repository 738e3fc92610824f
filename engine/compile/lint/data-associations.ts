import { ofType } from '../of-type';
import { get, reference, titleOf, values } from '../read';
import { rule } from './rule';

/** Data that is put together from several sources without saying how, or that is a list in one place only. */
export const dataAssociations = rule('data-association', ({ document }, report) => {
  for (const element of ofType(document, ...TYPES)) {
    if (element.type.endsWith('Association')) {
      const sources = [element.refs.sourceRef ?? []].flat();
      if (sources.length > 1 && values(element, 'transformation').length === 0)
        report(
          'info',
          get(document, element.parent) ?? element,
          `${sources.length} sources are written to one target, and nothing says how. Give it a transformation.`,
          {
            constraints: ['EXT.092'],
          },
        );
    }
    const item = get(document, reference(element, 'itemSubjectRef'));
    if (item?.type !== 'bpmn:ItemDefinition') continue;
    if ((element.attrs.isCollection === true) !== (item.attrs.isCollection === true))
      report(
        'info',
        element,
        `“${titleOf(element)}” and its item definition disagree whether it is a list.`,
        {
          constraints: ['EXT.020'],
        },
      );
  }
});

const TYPES = [
  ...['bpmn:DataAssociation', 'bpmn:DataInputAssociation', 'bpmn:DataOutputAssociation'],
  ...['bpmn:DataObject', 'bpmn:DataInput', 'bpmn:DataOutput'],
];
