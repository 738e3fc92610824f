import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import type { CompileContext, ElementCompiler } from '@/engine/compile/registry';
import { approval } from '../approval/spec';
import { extensionOf } from '../extension-values';
import { scriptTask } from '../script-task/spec';
import { serviceTask } from '../service-task/spec';
import { task } from '../task/spec';
import { userTask } from '../user-task/spec';
import { globalScript, globalTaskOf, readCall } from './bpmn';
import type { CallActivityConfig } from './config';

export function compileCallActivity(context: CompileContext): CallActivityConfig {
  const view = readCall(context.document, context.element.id);
  if (view.process === '')
    context.report('error', 'called-process', 'Say which process this step calls.', 'process');
  const syntax = 'juel' as const;
  const businessKey = context.optional(view.businessKey, 'businessKey', { syntax });
  return {
    processKey: context.expression(view.process, 'process', { syntax }),
    binding: bindingOf(context, view),
    ...(businessKey ? { businessKey } : {}),
    allParentVariables: view.allParentVariables,
    allChildVariables: view.allChildVariables,
  };
}

function bindingOf(
  { report }: CompileContext,
  { binding, version }: ReturnType<typeof readCall>,
): CallActivityConfig['binding'] {
  if (binding === 'latest' || binding === 'deployment') return { type: binding };
  if (binding === 'tag') {
    if (version === '')
      report('error', 'called-version', 'Say which version tag of the process is called.', 'version');
    return { type: 'tag', tag: version };
  }
  const number = Number(version);
  if (Number.isInteger(number) && number >= 1) return { type: 'version', version: number };
  const message = `The version of the called process must be a whole number from 1 on, but is “${version}”.`;
  report('error', 'called-version', message, 'version');
  return { type: 'latest' };
}

/** A call of a global task does what that task does, here (BPMN 2.0.2, 10.3, Call Activity). */
export function globalTaskCompiler(
  document: ProcessDocument,
  element: DocElement,
): ElementCompiler | undefined {
  const called = globalTaskOf(document, element);
  const compiler = called && compilerOf(called);
  return (
    called &&
    compiler && {
      behavior: compiler.behavior,
      compile: (context) => compiler.compile(inPlace(context, called)),
    }
  );
}

function compilerOf(called: DocElement): ElementCompiler | undefined {
  switch (called.type) {
    case 'bpmn:GlobalUserTask':
      return extensionOf(called, 'countersign:Approval') ? approval.compiler : userTask.compiler;
    case 'bpmn:GlobalScriptTask':
      return scriptTask.compiler;
    case 'bpmn:GlobalBusinessRuleTask':
      return serviceTask.compiler;
    default:
      return task.compiler;
  }
}

/** The global task as a compiler of tasks reads it: a script is written in other places there. */
function inPlace(context: CompileContext, called: DocElement): CompileContext {
  const { scriptLanguage } = called.attrs;
  const script = globalScript(called);
  if (scriptLanguage === undefined && script === '') return { ...context, element: called };
  const attrs = {
    ...called.attrs,
    script,
    ...(scriptLanguage === undefined ? {} : { scriptFormat: scriptLanguage }),
  };
  const element = { ...called, attrs };
  const elements = { ...context.document.elements, [called.id]: element };
  return { ...context, document: { ...context.document, elements }, element };
}
