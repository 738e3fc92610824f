import type { CompileContext } from '@/engine/compile/registry';
import { isFeel, scriptTaskBpmn } from './bpmn';
import type { ScriptTaskConfig } from './config';

export function compileScriptTask(context: CompileContext): ScriptTaskConfig {
  const { script, language, resultVariable } = scriptTaskBpmn.read(context.document, context.element.id);
  if (!isFeel(language)) {
    const named = language ? `The script is in “${language}”` : 'The script’s language isn’t given';
    const message = `${named}; only FEEL runs here. An instance that reaches this step stops with an incident.`;
    context.report('warning', 'script-language', message, 'script');
    return { language, resultVariable };
  }
  if (script.trim() === '') {
    context.report('error', 'script-empty', 'Enter the FEEL expression this step computes.', 'script');
    return { language: 'feel', resultVariable };
  }
  return {
    expression: context.expression(script, 'script', { syntax: 'feel' }),
    language: 'feel',
    resultVariable,
  };
}
