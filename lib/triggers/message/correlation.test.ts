import { describe, expect, it } from 'vitest';
import type { ProcessDocument } from '@/engine/compile/document';
import { also, type Drawn, draw, type Entry, expression } from '@/engine/compile/testing/draw';
import { compiled, shown } from '../testing/compiled';

/** Two pools, each with one node: `A` of process `P` and `B` of process `Q`, and a message flow between them. */
function pools(a: Drawn, b: Drawn, flow: Partial<Entry>, more: Record<string, Entry> = {}): ProcessDocument {
  const drawn = draw({ A: a }, []);
  const second = typeof b === 'string' ? { type: b } : b;
  const { events = [], in: _scope, ...rest } = second;
  const document = also(drawn, {
    Q: { type: 'Process', attrs: { isExecutable: true } },
    B: { ...rest, parent: 'Q', containment: 'flowElements' },
    C: { type: 'Collaboration' },
    PoolP: { type: 'Participant', parent: 'C', containment: 'participants', refs: { processRef: 'P' } },
    PoolQ: { type: 'Participant', parent: 'C', containment: 'participants', refs: { processRef: 'Q' } },
    F: { type: 'MessageFlow', parent: 'C', containment: 'messageFlows', ...flow },
    ...more,
  });
  const definitions = events.map((event, i) => {
    const { type, ...own } = typeof event === 'string' ? { type: event } : event;
    return [
      `B_${i}`,
      { type: `${type}EventDefinition`, parent: 'B', containment: 'eventDefinitions', ...own },
    ];
  });
  return also(document, Object.fromEntries(definitions));
}

const MESSAGE: Entry = { type: 'Message', attrs: { name: 'Order' } };
const BETWEEN = { refs: { sourceRef: 'A', targetRef: 'B' } };
const send = { type: 'IntermediateThrowEvent', events: ['Message'] };
const receive = { type: 'IntermediateCatchEvent', events: ['Message'] };
const sendOrder = { ...send, events: [{ type: 'Message', refs: { messageRef: 'M' } }] };
const receiveOrder = { ...receive, events: [{ type: 'Message', refs: { messageRef: 'M' } }] };

/** What is thrown and waited for, as `name by correlation`. */
function ends(document: ProcessDocument): string[] {
  const { nodes, problems } = compiled(document);
  if (!nodes.A) throw new Error(JSON.stringify(problems));
  return [nodes.A?.throws?.[0], nodes.B?.triggers?.[0]].map((each) => {
    if (each?.type !== 'message') return 'no message';
    const { correlation } = each;
    return `${shown(each.name)} by ${correlation.by === 'key' ? shown(correlation.key) : correlation.by}`;
  });
}

describe('a message flow between two pools that run', () => {
  it.each([
    ['its id when nothing names it', send, receive, {}, 'F'],
    ['its own message', send, receive, { messageRef: 'M' }, 'Order'],
    ['what the sender sends', sendOrder, receive, {}, 'Order'],
    ['what the receiver waits for', send, receiveOrder, {}, 'Order'],
    [
      'what a receive task waits for',
      'SendTask',
      { type: 'ReceiveTask', refs: { messageRef: 'M' } },
      {},
      'Order',
    ],
  ])('goes by %s, at both ends', (_name, a, b, refs, expected) => {
    const document = pools(a, b, { refs: { ...BETWEEN.refs, ...refs } }, { M: MESSAGE });
    expect(ends(document)).toEqual([`${expected} by conversation`, `${expected} by conversation`]);
  });

  it('joins the conversation where it begins an instance, whatever the key', () => {
    const keyed = {
      extensionElements: {
        $type: 'bpmn:ExtensionElements',
        values: [{ $type: 'zeebe:Subscription', correlationKey: '=id' }],
      },
    };
    const start = { type: 'StartEvent', events: [{ type: 'Message', refs: { messageRef: 'M' } }] };
    const document = pools(sendOrder, start, BETWEEN, { M: { ...MESSAGE, values: keyed } });
    expect(ends(document)).toEqual(['Order by =id', 'Order by conversation']);
  });

  it('goes by its key, if known, where another event has begun the instance', () => {
    const keyed = {
      extensionElements: {
        $type: 'bpmn:ExtensionElements',
        values: [{ $type: 'zeebe:Subscription', correlationKey: '=id' }],
      },
    };
    const events = [{ type: 'Message', refs: { messageRef: 'M' } }, 'Signal'];
    const start = { type: 'StartEvent', attrs: { parallelMultiple: true }, events };
    const { nodes } = compiled(pools(sendOrder, start, BETWEEN, { M: { ...MESSAGE, values: keyed } }));
    expect(nodes.B).toMatchObject({
      parallelMultiple: true,
      triggers: [{ correlation: { by: 'key', key: { source: 'id' }, ifKnown: true } }, { type: 'signal' }],
    });
  });

  it('finds the receiver when it is drawn between the pools', () => {
    const refs = { sourceRef: 'PoolP', targetRef: 'PoolQ', messageRef: 'M' };
    expect(ends(pools(sendOrder, receiveOrder, { refs }, { M: MESSAGE }))).toEqual([
      'Order by conversation',
      'Order by conversation',
    ]);
  });

  it('is one message each where a sender has several flows', () => {
    const second = {
      F2: {
        type: 'MessageFlow',
        parent: 'C',
        containment: 'messageFlows',
        refs: { sourceRef: 'A', targetRef: 'PoolQ' },
      },
    };
    const { nodes } = compiled(pools(send, receive, BETWEEN, second));
    expect(nodes.A?.throws?.map((each) => each.type === 'message' && shown(each.name))).toEqual(['F', 'F2']);
  });
});

describe('a message flow to a partner that does not run here', () => {
  it('finds its receiver by name alone', () => {
    const partner = { Partner: { type: 'Participant', parent: 'C', containment: 'participants' } };
    const refs = { sourceRef: 'A', targetRef: 'Partner' };
    expect(ends(pools(sendOrder, receiveOrder, { refs }, { M: MESSAGE, ...partner }))).toEqual([
      'Order by none',
      'Order by none',
    ]);
  });
});

describe('correlation as the standard writes it', () => {
  const standard = (properties: readonly string[]): Record<string, Entry> => ({
    M: MESSAGE,
    Key: {
      type: 'CorrelationKey',
      parent: 'C',
      containment: 'correlationKeys',
      refs: { correlationPropertyRef: [...properties] },
    },
    Sub: {
      type: 'CorrelationSubscription',
      parent: 'Q',
      containment: 'correlationSubscriptions',
      refs: { correlationKeyRef: 'Key' },
    },
    ...Object.assign(
      {},
      ...properties.map((name) => ({
        [name]: { type: 'CorrelationProperty', attrs: { name } },
        [`${name}_get`]: {
          type: 'CorrelationPropertyRetrievalExpression',
          parent: name,
          containment: 'correlationPropertyRetrievalExpression',
          refs: { messageRef: 'M' },
          values: { messagePath: expression(`order.${name}`) },
        },
        [`${name}_bind`]: {
          type: 'CorrelationPropertyBinding',
          parent: 'Sub',
          containment: 'correlationPropertyBinding',
          refs: { correlationPropertyRef: name },
          values: { dataPath: expression(`=my.${name}`) },
        },
      })),
    ),
  });

  it('is the message path for who sends and the data path for who waits', () => {
    expect(ends(pools(sendOrder, receiveOrder, BETWEEN, standard(['id'])))).toEqual([
      'Order by =order.id',
      'Order by =my.id',
    ]);
  });

  it('joins several properties to one text', () => {
    const [sent, awaited] = ends(pools(sendOrder, receiveOrder, BETWEEN, standard(['id', 'year'])));
    expect(sent).toBe('Order by =string join([string(order.id), string(order.year)], "|")');
    expect(awaited).toBe('Order by =string join([string(my.id), string(my.year)], "|")');
  });

  it('gives both ends the same key from the same values', () => {
    const { nodes } = compiled(pools(sendOrder, receiveOrder, BETWEEN, standard(['id', 'year'])));
    const values = { id: 7, year: '2026' };
    const keys = [nodes.A?.throws?.[0], nodes.B?.triggers?.[0]].map((each) => {
      if (each?.type !== 'message' || each.correlation.by !== 'key') throw new Error('no key');
      const { key } = each.correlation;
      if (key.mode !== 'bounded') throw new Error('not bounded');
      return key.evaluate({ variables: { order: values, my: values }, now: '2026-01-01T00:00:00.000Z' });
    });
    expect(keys.map((each) => each.ok && each.value)).toEqual(['7|2026', '7|2026']);
  });

  it('leaves other messages alone', () => {
    const other = { ...standard(['id']), Other: { type: 'Message', attrs: { name: 'Other' } } };
    const sendOther = { ...send, events: [{ type: 'Message', refs: { messageRef: 'Other' } }] };
    const receiveOther = { ...receive, events: [{ type: 'Message', refs: { messageRef: 'Other' } }] };
    expect(ends(pools(sendOther, receiveOther, BETWEEN, other))).toEqual([
      'Other by conversation',
      'Other by conversation',
    ]);
  });
});
