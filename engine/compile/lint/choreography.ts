import { rule } from './rule';

/** Steps of a choreography describe what two pools exchange; inside a process they mean nothing (BPMN 2.0.2, 10.2). */
export const choreography = rule('choreography', ({ model }, report) => {
  for (const { element, scope, process } of model.nodes.values()) {
    if (!model.executable.has(process) || !/Choreography/.test(element.type)) continue;
    report(
      'error',
      element,
      'A step of a choreography can’t be part of a process. Draw a step that sends or receives.',
      {
        constraints: [scope === process ? 'EXT.036' : 'EXT.056'],
      },
    );
  }
});
