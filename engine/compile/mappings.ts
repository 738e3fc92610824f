import type { ExecutableNode, Mapping } from '../core/model';
import { compileData } from './data';
import type { InlineValue } from './document';
import { extension, inline, text, values } from './read';
import type { CompileContext } from './registry';

/**
 * Input and output mappings of a node: those of its data associations, then `zeebe:ioMapping`, or `camunda:inputOutput`
 * and what a call activity of Camunda 7 hands in and out, as far as that is plain.
 */
export function compileMappings(
  context: CompileContext,
): Pick<ExecutableNode, 'inputs' | 'outputs' | 'dataStates'> {
  const data = compileData(context);
  const inputs = [...data.inputs, ...listOf(context, 'input')];
  const outputs = [...data.outputs, ...listOf(context, 'output')];
  return {
    ...(inputs.length > 0 ? { inputs } : {}),
    ...(outputs.length > 0 ? { outputs } : {}),
    ...(Object.keys(data.states).length > 0 ? { dataStates: data.states } : {}),
  };
}

function listOf(context: CompileContext, direction: Direction): Mapping[] {
  const zeebe = extension(context.element, 'zeebe:IoMapping');
  if (zeebe) return zeebeList(context, zeebe, direction);
  const camunda = extension(context.element, 'camunda:InputOutput');
  return [...(camunda ? camundaList(context, camunda, direction) : []), ...handed(context, direction)];
}

type Direction = 'input' | 'output';

function zeebeList(context: CompileContext, mapping: InlineValue, direction: Direction): Mapping[] {
  return inline(mapping, `${direction}Parameters`).flatMap((parameter, index) => {
    const field = `${direction}s[${index}]`;
    const target = checkTarget(context, text(parameter, 'target'), `${field}.target`);
    if (!target) return [];
    const source = text(parameter, 'source') ?? '=null';
    return [{ target, value: context.expression(source, `${field}.source`) }];
  });
}

function camundaList(context: CompileContext, mapping: InlineValue, direction: Direction): Mapping[] {
  return inline(mapping, `${direction}Parameters`).flatMap((parameter, index) => {
    const field = `${direction}s[${index}]`;
    const target = checkTarget(context, text(parameter, 'name'), `${field}.target`);
    if (!target) return [];
    if (parameter.definition !== undefined) {
      const message = `The ${direction} “${target}” is a list, map or script of Camunda 7, which is kept but not run; it is left empty.`;
      context.report('warning', 'mapping-not-run', message, `${field}.source`);
      return [];
    }
    const source = text(parameter, 'value') ?? '';
    return [{ target, value: context.expression(source, `${field}.source`, { syntax: 'juel' }) }];
  });
}

/** `in` and `out` of a call activity; `variables="all"` and `businessKey` are read where the call is compiled. */
function handed(context: CompileContext, direction: Direction): Mapping[] {
  const names = direction === 'input' ? IN : OUT;
  return values(context.element, 'extensionElements')
    .flatMap((holder) => inline(holder, 'values'))
    .filter((each) => names.test(each.$type) && text(each, 'target') !== undefined)
    .flatMap((each, index) => {
      const field = `${direction}s[${index}]`;
      const target = checkTarget(context, text(each, 'target'), `${field}.target`);
      if (!target) return [];
      const source = text(each, 'sourceExpression') ?? `=${text(each, 'source') ?? 'null'}`;
      return [{ target, value: context.expression(source, `${field}.source`, { syntax: 'juel' }) }];
    });
}

const IN = /^(?:camunda|flowable|activiti):in$/i;
const OUT = /^(?:camunda|flowable|activiti):out$/i;

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

function checkTarget(context: CompileContext, target: string | undefined, field: string): string | undefined {
  const trimmed = target?.trim() ?? '';
  if (PATH.test(trimmed)) return trimmed;
  const message = trimmed
    ? `“${trimmed}” is not a variable name. Use letters, digits and underscores, with dots between the parts of a path.`
    : 'A mapping names no variable to write to.';
  context.report('error', 'mapping-target', message, field);
  return undefined;
}
