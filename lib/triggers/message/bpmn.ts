import { z } from 'zod';
import type { DocElement, InlineValue, ProcessDocument } from '@/engine/compile/document';
import { elementsOfType, resolve, textOf } from '@/lib/document';
import { extensionOf, withExtensions } from '@/lib/elements/extension-values';
import { type DocumentPatch, joinPatches } from '@/lib/elements/patch';
import { type Shared, sharedValue, writeShared } from '../root-elements';

export const messageView = z.object({
  /** Text, or FEEL after `=`. Empty: named by the message flow it is an end of. */
  name: z.string().default(''),
  /** FEEL after `=`: what sender and receiver have in common. */
  correlationKey: z.string().default(''),
  /** Where it is sent: how long it is kept when nobody waits, ISO 8601. Empty: as the installation does it. */
  timeToLive: z.string().default(''),
});
export type MessageView = z.infer<typeof messageView>;

export const MESSAGE: Shared = { type: 'bpmn:Message', property: 'messageRef', attribute: 'name' };
const SENDING = /^bpmn:(?:IntermediateThrowEvent|EndEvent|SendTask|ImplicitThrowEvent)$/;

/** What Zeebe's own models say of a message that is sent; no descriptor knows it, so it is named as in files. */
export const publication = (element: DocElement): InlineValue | undefined =>
  extensionOf(element, 'zeebe:publishMessage', 'zeebe:PublishMessage');

/** The correlation key of a message, as its receivers wait by it. */
export const subscriptionKey = (message: DocElement | undefined): string | undefined =>
  message && textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey');

/** @param holder the event definition or the task that has the `messageRef` */
export function readMessage(document: ProcessDocument, holder: DocElement, element: DocElement): MessageView {
  const name = sharedValue(document, holder, MESSAGE) ?? '';
  if (!SENDING.test(element.type)) {
    const correlationKey = subscriptionKey(resolve(document, holder, 'messageRef')) ?? '';
    return { name, correlationKey, timeToLive: '' };
  }
  const sent = publication(element);
  return {
    name,
    correlationKey: textOf(sent, 'correlationKey') ?? '',
    timeToLive: textOf(sent, 'timeToLive') ?? '',
  };
}

export function writeMessage(
  view: MessageView,
  document: ProcessDocument,
  holder: DocElement,
  element: DocElement,
): DocumentPatch {
  const named = writeShared(view.name.trim(), document, holder, MESSAGE);
  const before = readMessage(document, holder, element);
  return SENDING.test(element.type)
    ? joinPatches(named, writePublication(view, before, element))
    : withKey(named, view, document, holder);
}

function writePublication(view: MessageView, before: MessageView, element: DocElement): DocumentPatch {
  const { correlationKey, timeToLive } = view;
  if (before.correlationKey === correlationKey && before.timeToLive === timeToLive) return {};
  const type = publication(element)?.$type ?? 'zeebe:publishMessage';
  const content = correlationKey || timeToLive ? { correlationKey, timeToLive } : null;
  return { update: { [element.id]: { values: withExtensions(element, { [type]: content }) } } };
}

/** The key is the message's: all who wait for it do so by the same. */
function withKey(
  named: DocumentPatch,
  view: MessageView,
  document: ProcessDocument,
  holder: DocElement,
): DocumentPatch {
  const { correlationKey } = view;
  const subscription = { 'zeebe:Subscription': correlationKey ? { correlationKey } : null };
  const [created, ...others] = named.create ?? [];
  if (created) {
    const values = { ...created.values, ...present(withExtensions(created, subscription)) };
    return { ...named, create: [{ ...created, values }, ...others] };
  }
  const message = view.name.trim()
    ? (elementsOfType(document, MESSAGE.type).find((each) => each.attrs.name === view.name.trim()) ??
      resolve(document, holder, 'messageRef'))
    : undefined;
  if (!message || (subscriptionKey(message) ?? '') === correlationKey) return named;
  return joinPatches(named, { update: { [message.id]: { values: withExtensions(message, subscription) } } });
}

const present = (values: ReturnType<typeof withExtensions>): DocElement['values'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
