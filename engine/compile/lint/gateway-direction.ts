import { titleOf } from '../read';
import { rule } from './rule';

/** The file says that a gateway splits or joins, and its arrows say otherwise; only they count (BPMN 2.0.2, 10.6.1). */
export const gatewayDirection = rule('gateway-direction', ({ model }, report) => {
  for (const { element, incoming, outgoing, process } of model.nodes.values()) {
    if (!model.executable.has(process) || !element.type.endsWith('Gateway')) continue;
    const direction = String(element.attrs.gatewayDirection ?? '');
    const [ins, outs] = [incoming.length, outgoing.length];
    const constraint =
      direction === 'Converging' && outs > 1
        ? 'EXT.017'
        : direction === 'Diverging' && ins > 1
          ? 'EXT.018'
          : direction === 'Mixed' && (ins < 2 || outs < 2)
            ? 'EXT.019'
            : undefined;
    if (constraint)
      report(
        'info',
        element,
        `The file calls “${titleOf(element)}” ${direction.toLowerCase()}, but it has ${ins} arrows in and ${outs} out. The arrows count; other tools may refuse the file.`,
        { constraints: [constraint] },
      );
  }
});
