import type { MultiInstance } from '../core/loop-model';
import { sourceOfInput, targetOfOutput, variableOf } from './data-names';
import type { DocElement } from './document';
import { children, extension, get, reference, text } from './read';
import type { CompileContext } from './registry';

type Items = Pick<MultiInstance, 'collection' | 'inputElement' | 'outputCollection' | 'outputElement'>;

/** What a multi-instance runs over and gathers: in Zeebe's words, Camunda 7's, or the standard's. */
export function itemsOf(context: CompileContext, loop: DocElement): Items {
  const zeebe = extension(loop, 'zeebe:LoopCharacteristics');
  if (zeebe)
    return items(context, {
      collection: text(zeebe, 'inputCollection'),
      inputElement: text(zeebe, 'inputElement'),
      outputCollection: text(zeebe, 'outputCollection'),
      outputElement: text(zeebe, 'outputElement'),
    });
  const collection = vendor(loop, 'collection');
  if (collection !== undefined)
    return items(context, {
      collection: asVariable(collection),
      inputElement: vendor(loop, 'elementVariable'),
    });
  return items(context, standard(context, loop));
}

type Written = { [K in keyof Items]: string | undefined };

function items(context: CompileContext, written: Written): Items {
  const { inputElement, outputCollection } = written;
  const collection = context.optional(written.collection, 'loop.collection', { syntax: 'juel' });
  const outputElement = context.optional(written.outputElement, 'loop.outputElement', { syntax: 'juel' });
  return {
    ...(collection ? { collection } : {}),
    ...(inputElement ? { inputElement } : {}),
    ...(outputCollection ? { outputCollection } : {}),
    ...(outputElement ? { outputElement } : {}),
  };
}

function standard({ document, element }: CompileContext, loop: DocElement): Written {
  const input = get(document, reference(loop, 'loopDataInputRef'));
  const output = get(document, reference(loop, 'loopDataOutputRef'));
  const [inputItem] = children(document, loop, 'inputDataItem');
  const [outputItem] = children(document, loop, 'outputDataItem');
  const collection = input && variableOf(document, sourceOfInput(document, element, input));
  return {
    collection: collection && `=${collection}`,
    inputElement: inputItem && variableOf(document, inputItem),
    outputCollection: output && variableOf(document, targetOfOutput(document, element, output)),
    outputElement: outputItem && `=${variableOf(document, outputItem)}`,
  };
}

/** Camunda 7 and Flowable name a variable without `${}`. */
const asVariable = (collection: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(collection) ? `=${collection}` : collection;

function vendor(loop: DocElement, name: string): string | undefined {
  for (const prefix of ['camunda', 'flowable', 'activiti']) {
    const value = loop.attrs[`${prefix}:${name}`];
    if (value !== undefined && value !== '') return String(value);
  }
  return undefined;
}
