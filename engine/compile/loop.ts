import type { ComplexRule, Loop, MultiInstance, StandardLoop } from '../core/loop-model';
import type { Expression } from '../core/model';
import type { Throw } from '../core/triggers';
import type { DocElement } from './document';
import { itemsOf } from './loop-items';
import { children, eventDefinitions, get, language, reference, written } from './read';
import type { CompileContext, CompileRegistry } from './registry';

/** How an activity is repeated; undefined when it isn't. */
export function compileLoop(context: CompileContext, registry: CompileRegistry): Loop | undefined {
  const [loop] = children(context.document, context.element, 'loopCharacteristics');
  if (loop?.type === 'bpmn:StandardLoopCharacteristics') return standard(context, loop);
  if (loop?.type === 'bpmn:MultiInstanceLoopCharacteristics') return multi(context, registry, loop);
  return undefined;
}

function standard(context: CompileContext, loop: DocElement): StandardLoop {
  const maximum = count(context, loop.attrs.loopMaximum, 'loop.maximum');
  const condition = conditionOf(context, loop, 'loopCondition', 'loop.condition');
  if (maximum === undefined && condition === undefined)
    context.report(
      'warning',
      'endless-loop',
      'Nothing ends this loop: give it a condition that becomes false, or a highest number of repetitions.',
      'loop.condition',
    );
  return {
    type: 'standard',
    testBefore: loop.attrs.testBefore === true,
    ...(maximum === undefined ? {} : { maximum }),
    ...(condition ? { condition } : {}),
  };
}

function multi(context: CompileContext, registry: CompileRegistry, loop: DocElement): MultiInstance {
  const items = itemsOf(context, loop);
  const cardinality = items.collection ? undefined : cardinalityOf(context, loop);
  if (!items.collection && !cardinality)
    context.report(
      'error',
      'multi-instance-size',
      'Say for what this step is repeated: a list of items, or a number of times.',
      'loop.collection',
    );
  const completionCondition = conditionOf(context, loop, 'completionCondition', 'loop.completionCondition');
  return {
    type: 'multi',
    sequential: loop.attrs.isSequential === true,
    ...(cardinality ? { cardinality } : {}),
    ...items,
    ...(completionCondition ? { completionCondition } : {}),
    behavior: behaviorOf(context, registry, loop),
  };
}

function cardinalityOf(context: CompileContext, loop: DocElement): Expression | undefined {
  const given = written(loop, 'loopCardinality');
  if (!given) return undefined;
  const literal = Number(given.body.trim().replace(/^=/, ''));
  if (!Number.isNaN(literal)) count(context, literal, 'loop.cardinality');
  return context.expression(given.body, 'loop.cardinality', {
    syntax: 'feel',
    ...language(given.language),
  });
}

function conditionOf(
  context: CompileContext,
  loop: DocElement,
  property: string,
  field: string,
): Expression | undefined {
  const given = written(loop, property);
  if (!given) return undefined;
  return context.expression(given.body, field, { purpose: 'condition', ...language(given.language) });
}

/** A number of repetitions: whole and not negative. */
function count(context: CompileContext, value: unknown, field: string): number | undefined {
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0) return number;
  const message = `The number of repetitions must be a whole number from 0 on, but is ${value}.`;
  context.report('error', 'loop-count', message, field);
  return undefined;
}

/** Which events are thrown while instances complete (BPMN 2.0.2, table 10.30). */
function behaviorOf(
  context: CompileContext,
  registry: CompileRegistry,
  loop: DocElement,
): MultiInstance['behavior'] {
  const { behavior } = loop.attrs;
  if (behavior === 'Complex') return { of: 'complex', rules: rulesOf(context, registry, loop) };
  if (behavior !== 'None' && behavior !== 'One') return { of: 'all' };
  const property = behavior === 'None' ? 'noneBehaviorEventRef' : 'oneBehaviorEventRef';
  const definition = get(context.document, reference(loop, property));
  const throws = definition && thrown(context, registry, [definition]);
  if (!throws) {
    const message = `The behaviour “${behavior}” of this repetition names no event to throw, so none is thrown.`;
    context.report('warning', 'loop-event', message, 'loop.behavior');
    return { of: 'all' };
  }
  return { of: behavior === 'None' ? 'none' : 'one', throws };
}

function rulesOf(context: CompileContext, registry: CompileRegistry, loop: DocElement): ComplexRule[] {
  return children(context.document, loop, 'complexBehaviorDefinition').flatMap((rule) => {
    const condition = conditionOf(context, rule, 'condition', 'loop.behavior');
    const [event] = children(context.document, rule, 'event');
    const throws = event && thrown(context, registry, eventDefinitions(context.document, event));
    if (condition && throws) return [{ condition, throws }];
    const message = 'A rule of this repetition’s complex behaviour needs a condition and an event to throw.';
    context.report('error', 'loop-event', message, 'loop.behavior');
    return [];
  });
}

function thrown(
  context: CompileContext,
  registry: CompileRegistry,
  definitions: readonly DocElement[],
): Throw | undefined {
  return registry.throwsOf(context, definitions)[0];
}
