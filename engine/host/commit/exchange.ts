import type { Effect } from '../../core/effects';
import type { DeliveryPayloads } from '../delivery/kinds';
import type { EffectContext } from './apply-effects';
import { deliveryRefOf, rowKey } from './ids';

/** Effects that cross the border of the instance. */
export type Exchange = Extract<
  Effect,
  {
    type:
      | 'await-message'
      | 'await-signal'
      | 'drop-subscription'
      | 'publish-message'
      | 'broadcast-signal'
      | 'start-call'
      | 'cancel-call'
      | 'answer-call';
  }
>;

const EXCHANGES: { [T in Exchange['type']]: true } = {
  'await-message': true,
  'await-signal': true,
  'drop-subscription': true,
  'publish-message': true,
  'broadcast-signal': true,
  'start-call': true,
  'cancel-call': true,
  'answer-call': true,
};

export const isExchange = (effect: Effect): effect is Exchange => Object.hasOwn(EXCHANGES, effect.type);

/** Turns one of them into rows. `index` is its place among the effects of the transition. */
export function writeExchange(effect: Exchange, index: number, context: EffectContext): void {
  const { state } = context;
  switch (effect.type) {
    case 'await-message':
      openSubscription(effect, 'message', effect.correlationKey, context);
      // A message may be kept that fits: somebody has to look, once the subscription can be seen by others.
      return put(
        'seek-message',
        { name: effect.name, correlationKey: effect.correlationKey },
        index,
        context,
        true,
      );
    case 'await-signal':
      return openSubscription(effect, 'signal', null, context);
    case 'drop-subscription': {
      const { key } = effect;
      context.writes.subscriptions.set(rowKey(state.id, key), { op: 'close', instanceId: state.id, key });
      return;
    }
    case 'publish-message': {
      const { type: _type, key: _key, elementId: _element, ...message } = effect;
      return put('publish-message', message, index, context);
    }
    case 'broadcast-signal':
      return put('broadcast-signal', { name: effect.name, variables: effect.variables }, index, context);
    case 'start-call': {
      const { type: _type, key, elementId, ...call } = effect;
      const parent = { instanceId: state.id, key, elementId, versionId: state.versionId };
      return put('start-call', { parent, call }, index, context);
    }
    case 'cancel-call':
      return put(
        'cancel-call',
        { parentId: state.id, key: effect.key, reason: effect.reason },
        index,
        context,
      );
    case 'answer-call':
      return put('answer-call', { calledBy: effect.calledBy, outcome: effect.outcome }, index, context);
  }
}

function openSubscription(
  effect: Extract<Exchange, { type: 'await-message' | 'await-signal' }>,
  kind: 'message' | 'signal',
  correlationKey: string | null,
  { writes, state, at }: EffectContext,
): void {
  const { key, elementId, name } = effect;
  const row = { op: 'open' as const, instanceId: state.id, key, elementId, kind, name, correlationKey };
  writes.subscriptions.set(rowKey(state.id, key), { ...row, openedAt: at });
}

/** `apart`: it has no order to keep with the others of its instance. */
function put<K extends keyof DeliveryPayloads>(
  kind: K,
  payload: DeliveryPayloads[K],
  index: number,
  { writes, state, firstSeq, at }: EffectContext,
  apart = false,
): void {
  const ref = deliveryRefOf(state.id, firstSeq, index);
  const lane = apart ? ref : state.id;
  writes.outbox.push({ ref, lane, kind, payload: JSON.stringify(payload), createdAt: at });
}
