import type { DocElement } from '@/engine/compile/document';
import { language } from '@/engine/compile/read';
import type { CompileContext } from '@/engine/compile/registry';
import type { Correlation, Throw, Trigger } from '@/engine/core/triggers';
import { processOf, textOf } from '@/lib/document';
import { unnamed } from '../unnamed';
import { publication, subscriptionKey } from './bpmn';
import { type Addressed, connectsProcesses, messagesOf } from './flows';
import { type KeyText, receiverKey, senderKey } from './standard-key';
import { timeToLiveOf } from './time-to-live';

/** @param holder the event definition or the task that has the `messageRef` */
export function receiveMessage(context: CompileContext, holder: DocElement): Trigger[] {
  const { document, element } = context;
  const found = messagesOf(document, holder, element, 'receive');
  if (found.length === 0)
    return [{ type: 'message', name: unnamed(context, 'message'), correlation: { by: 'none' } }];
  return found.map((each) => ({
    type: 'message',
    name: nameOf(context, each),
    correlation: receiverCorrelation(context, each),
  }));
}

/** One message for each message flow when the sender itself names none. */
export function sendMessage(context: CompileContext, holder: DocElement): Throw[] {
  const { document, element } = context;
  const found = messagesOf(document, holder, element, 'send');
  const timeToLive = timeToLiveOf(context, textOf(publication(element), 'timeToLive'));
  if (found.length === 0) {
    const correlation = senderCorrelation(context, undefined);
    return [{ type: 'message', name: unnamed(context, 'message'), correlation, timeToLive }];
  }
  return found.map((each) => ({
    type: 'message',
    name: nameOf(context, each),
    correlation: senderCorrelation(context, each),
    timeToLive,
  }));
}

const nameOf = (context: CompileContext, { name }: Addressed) =>
  context.expression(name, 'message.name', { syntax: 'juel' });

function receiverCorrelation(context: CompileContext, addressed: Addressed): Correlation {
  // what starts an instance has no variables yet to find it by, unless another of its triggers brought them
  const starts = startsInstance(context);
  if (starts && !awaitsAll(context)) return byConversation(context, addressed);
  const key = receiverKeyOf(context, addressed);
  if (key === undefined) return withoutKey(context, addressed);
  return starts ? { ...byKey(context, key), ifKnown: true } : byKey(context, key);
}

/** Between pools of one file the conversation tells instances apart; elsewhere nothing does. */
function withoutKey(context: CompileContext, addressed: Addressed): Correlation {
  const correlation = byConversation(context, addressed);
  if (correlation.by === 'none' && !startsInstance(context))
    context.report(
      'warning',
      'correlation-key',
      `Nothing says which instance the message “${addressed.name}” is for, so any instance that waits may get it. Enter what both sides know, such as =orderId.`,
      'message.correlationKey',
    );
  return correlation;
}

function receiverKeyOf({ document, element }: CompileContext, addressed: Addressed): KeyText | undefined {
  const subscribed = subscriptionKey(addressed.message);
  if (subscribed) return { text: subscribed };
  return receiverKey(document, processOf(document, element.id), addressed.message);
}

function senderCorrelation(context: CompileContext, addressed: Addressed | undefined): Correlation {
  const given = textOf(publication(context.element), 'correlationKey') ?? subscriptionKey(addressed?.message);
  if (given) return byKey(context, { text: given });
  const standard = senderKey(context.document, addressed?.message);
  return standard ? byKey(context, standard) : byConversation(context, addressed);
}

function byKey(
  context: CompileContext,
  { text, language: written }: KeyText,
): Extract<Correlation, { by: 'key' }> {
  const key = context.expression(text, 'message.correlationKey', { syntax: 'juel', ...language(written) });
  return { by: 'key', key };
}

const byConversation = ({ document }: CompileContext, addressed: Addressed | undefined): Correlation =>
  connectsProcesses(document, addressed?.flow) ? { by: 'conversation' } : { by: 'none' };

const awaitsAll = ({ element }: CompileContext): boolean => element.attrs.parallelMultiple === true;

const startsInstance = ({ element, node }: CompileContext): boolean =>
  element.attrs.instantiate === true ||
  (element.type === 'bpmn:StartEvent' && element.parent === node.process);
