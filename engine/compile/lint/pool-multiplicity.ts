import { ofType } from '../of-type';
import { children, titleOf, values } from '../read';
import { rule } from './rule';

/** A pool that stands for several says how many; the most can't be fewer than the least (BPMN 2.0.2, table 9.4). */
export const poolMultiplicity = rule('pool-multiplicity', ({ document }, report) => {
  for (const element of ofType(document, 'bpmn:Participant')) {
    const [held] = children(document, element, 'participantMultiplicity');
    const [written] = values(element, 'participantMultiplicity');
    const count = (name: string, otherwise: number) =>
      Number(held?.attrs[name] ?? written?.[name] ?? otherwise);
    if (!held && !written) continue;
    const [least, most] = [count('minimum', 0), count('maximum', 1)];
    if (least < 0)
      report(
        'info',
        element,
        `“${titleOf(element)}” stands for at least ${least}, which is less than none.`,
        {
          constraints: ['EXT.029'],
        },
      );
    if (most < 1 || most < least)
      report(
        'info',
        element,
        `“${titleOf(element)}” stands for at most ${most}, but at least ${Math.max(1, least)}.`,
        {
          constraints: ['EXT.030'],
        },
      );
  }
});
