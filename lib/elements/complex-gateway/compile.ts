import { language, written } from '@/engine/compile/read';
import type { CompileContext } from '@/engine/compile/registry';
import type { ComplexGatewayConfig } from './config';

export function compileComplexGateway(context: CompileContext): ComplexGatewayConfig {
  const given = written(context.element, 'activationCondition');
  if (given)
    return {
      activationCondition: context.expression(given.body, 'activationCondition', {
        purpose: 'condition',
        ...language(given.language),
      }),
    };
  if (context.node.incoming.length > 1)
    context.report(
      'warning',
      'activation-condition',
      'Nothing says when this gateway goes on, so it waits for every path that can still arrive. Enter its condition, for example activationCount >= 2.',
      'activationCondition',
    );
  return {};
}
