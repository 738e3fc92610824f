import { rule } from './rule';

/** A gateway with one way in and one way out decides nothing and joins nothing. */
export const superfluousGateway = rule('superfluous-gateway', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    if (!model.executable.has(node.process) || !node.element.type.endsWith('Gateway')) continue;
    if (node.incoming.length <= 1 && node.outgoing.length === 1)
      report(
        'warning',
        node.element,
        'This gateway has one way in and one way out, so it does nothing. Remove it.',
        { constraints: ['EXT.135'] },
      );
  }
});
