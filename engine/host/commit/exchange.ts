import type { Effect } from '../../core/effects';
import type { DeliveryPayloads } from '../delivery/kinds';
import type { EffectContext } from './apply-effects';
import { deliveryRefOf, rowKey } from './ids';

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** Effects that cross the border of the instance. */
export type Exchange = Of<
  | 'await-message'
  | 'await-signal'
  | 'drop-subscription'
  | 'publish-message'
  | 'broadcast-signal'
  | 'start-call'
  | 'cancel-call'
  | 'answer-call'
  | 'escalate-call'
>;

/** Where the effect stands among those of its transition. */
type Placed = EffectContext & { index: number };

const WRITERS: { [T in Exchange['type']]: (effect: Of<T>, placed: Placed) => void } = {
  'await-message': (effect, placed) => {
    const { name, correlationKey } = effect;
    openSubscription(effect, 'message', correlationKey, placed);
    // A message may be kept that fits: somebody has to look, once the subscription can be seen by others.
    put('seek-message', { name, correlationKey }, placed, 'apart');
  },
  'await-signal': (effect, placed) => openSubscription(effect, 'signal', null, placed),
  'drop-subscription': ({ key }, { writes, state }) => {
    writes.subscriptions.set(rowKey(state.id, key), { op: 'close', instanceId: state.id, key });
  },
  'publish-message': ({ type: _type, key: _key, elementId: _element, ...message }, placed) =>
    put('publish-message', message, placed),
  'broadcast-signal': ({ name, variables }, placed) =>
    put('broadcast-signal', { name, variables, from: placed.state.id }, placed),
  'start-call': ({ type: _type, key, elementId, ...call }, placed) => {
    const { id: instanceId, versionId } = placed.state;
    put('start-call', { parent: { instanceId, key, elementId, versionId }, call }, placed);
  },
  'cancel-call': ({ key, reason }, placed) =>
    put('cancel-call', { parentId: placed.state.id, key, reason }, placed),
  'answer-call': ({ calledBy, outcome }, placed) => put('answer-call', { calledBy, outcome }, placed),
  'escalate-call': ({ calledBy, code }, placed) => put('escalate-call', { calledBy, code }, placed),
};

export const isExchange = (effect: Effect): effect is Exchange => Object.hasOwn(WRITERS, effect.type);

/** Turns one of them into rows. `index` is its place among the effects of the transition. */
export function writeExchange(effect: Exchange, index: number, context: EffectContext): void {
  const writer = WRITERS[effect.type] as (effect: Exchange, placed: Placed) => void;
  writer(effect, { ...context, index });
}

function openSubscription(
  { key, elementId, name }: Of<'await-message' | 'await-signal'>,
  kind: 'message' | 'signal',
  correlationKey: string | null,
  { writes, state, at }: EffectContext,
): void {
  const row = { op: 'open' as const, instanceId: state.id, key, elementId, kind, name, correlationKey };
  writes.subscriptions.set(rowKey(state.id, key), { ...row, openedAt: at });
}

/** `apart`: it has no order to keep with the others of its instance. */
function put<K extends keyof DeliveryPayloads>(
  kind: K,
  payload: DeliveryPayloads[K],
  { writes, state, firstSeq, index, at }: Placed,
  order: 'in-order' | 'apart' = 'in-order',
): void {
  const ref = deliveryRefOf(state.id, firstSeq, index);
  const lane = order === 'apart' ? ref : state.id;
  writes.outbox.push({ ref, lane, kind, payload: JSON.stringify(payload), createdAt: at });
}
