import { children, extension, get, reference, titleOf, values } from '../read';
import { rule } from './rule';

/** A step done several times has to say how often: by a number or by a list (BPMN 2.0.2, 13.3.7). */
export const multiInstanceSize = rule('multi-instance-size', ({ document, model }, report) => {
  for (const node of model.nodes.values()) {
    if (!model.executable.has(node.process)) continue;
    const held = children(document, node.element, 'loopCharacteristics');
    const loop = held[0] ?? get(document, reference(node.element, 'loopCharacteristics'));
    if (loop?.type !== 'bpmn:MultiInstanceLoopCharacteristics') continue;
    const counted = values(loop, 'loopCardinality').length > 0 || loop.children.loopCardinality?.length;
    const listed = reference(loop, 'loopDataInputRef') || extension(loop, 'zeebe:LoopCharacteristics');
    const vendor = Object.keys(loop.attrs).some((name) => /:collection$/.test(name));
    if (counted || listed || vendor) continue;
    report(
      'error',
      node.element,
      `“${titleOf(node.element)}” is done several times, but not how often. Give it a number, or a list to go through.`,
      { constraints: ['EXT.067'] },
    );
  }
});
