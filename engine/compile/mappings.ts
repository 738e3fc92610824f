import type { Mapping } from '../core/model';
import type { InlineValue } from './document';
import { extension, inline, text } from './read';
import type { CompileContext } from './registry';

/** Input and output mappings of a node: `zeebe:ioMapping`, or `camunda:inputOutput` as far as it is plain. */
export function compileMappings(context: CompileContext): { inputs?: Mapping[]; outputs?: Mapping[] } {
  const zeebe = extension(context.element, 'zeebe:IoMapping');
  const camunda = extension(context.element, 'camunda:InputOutput');
  const lists = zeebe
    ? { inputs: zeebeList(context, zeebe, 'input'), outputs: zeebeList(context, zeebe, 'output') }
    : {
        inputs: camunda ? camundaList(context, camunda, 'input') : [],
        outputs: camunda ? camundaList(context, camunda, 'output') : [],
      };
  return {
    ...(lists.inputs.length > 0 ? { inputs: lists.inputs } : {}),
    ...(lists.outputs.length > 0 ? { outputs: lists.outputs } : {}),
  };
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
