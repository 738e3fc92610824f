import fc from 'fast-check';
import type { Json } from './types';

const path = fc.constantFrom(
  'amount',
  'customer',
  'customer.address.city',
  'items',
  'orders[1].total',
  'nothing',
  'customer.nothing',
  'orders',
);
const literal = fc.constantFrom('null', 'true', '1', '"x"', '0.1', '[1]', '{}');

function contextLiteral(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(value, value).map(([a, b]) => `{k1: ${a}, "key 2": ${b}}`);
}

/** Random sources of the bounded subset, for tests. Types match often enough that most operators meet real operands. */
export const boundedSource: fc.Arbitrary<string> = fc.letrec<
  Record<'any' | 'number' | 'text' | 'logic' | 'list' | 'time', string>
>((tie) => {
  const [any, number, text, logic, list, time] = [
    tie('any'),
    tie('number'),
    tie('text'),
    tie('logic'),
    tie('list'),
    tie('time'),
  ];
  const call = (name: string, ...args: fc.Arbitrary<string>[]) =>
    fc.tuple(...args).map((parts) => `${name}(${parts.join(', ')})`);
  const oneOf = (names: readonly string[]) => fc.constantFrom(...names);
  const binary = (left: fc.Arbitrary<string>, operators: readonly string[], right: fc.Arbitrary<string>) =>
    fc.tuple(left, oneOf(operators), right).map(([a, operator, b]) => `(${a} ${operator} ${b})`);
  const pick = (of: fc.Arbitrary<string>) =>
    fc.tuple(logic, of, of).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`);
  const comparisons = ['=', '!=', '<', '<=', '>', '>='];
  return {
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      path,
      literal,
      number,
      text,
      logic,
      list,
      time,
      contextLiteral(any),
    ),
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      oneOf(['0', '1', '2.5', '-3', '100', 'amount', 'order.total', 'items[1]', 'missing number']),
      binary(number, ['+', '-', '*', '/', '**'], number),
      number.map((n) => `-(${n})`),
      oneOf(['floor', 'ceiling', 'abs', 'sqrt', 'exp', 'log']).chain((name) => call(name, number)),
      oneOf(['round up', 'round down', 'round half up', 'decimal', 'modulo']).chain((name) =>
        call(name, number, number),
      ),
      oneOf(['count', 'sum', 'min', 'max', 'mean', 'product']).chain((name) => call(name, list)),
      call('string length', text),
      call('number', text, fc.constant('","'), fc.constant('"."')),
      fc.tuple(list, number).map(([l, n]) => `${l}[${n}]`),
      pick(number),
    ),
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      oneOf([
        '"a"',
        '"gold"',
        '""',
        '"Grüße \\"x\\""',
        'status',
        'customer.level',
        'customer.first name',
        '`odd-name`',
      ]),
      binary(text, ['+'], text),
      oneOf(['upper case', 'lower case', 'trim']).chain((name) => call(name, text)),
      oneOf(['substring before', 'substring after']).chain((name) => call(name, text, text)),
      call('substring', text, number),
      call('string', any),
      call('string join', list, text),
      pick(text),
    ),
    logic: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      oneOf(['true', 'false', 'approved', 'customer.vip', 'unknown', 'a = null', 'b != null']),
      binary(number, comparisons, number),
      binary(text, comparisons, text),
      binary(any, comparisons, any),
      binary(time, comparisons, time),
      binary(logic, ['and', 'or'], logic),
      call('not', logic),
      oneOf(['contains', 'starts with', 'ends with']).chain((name) => call(name, text, text)),
      call('list contains', list, any),
      oneOf(['is defined', 'is empty', 'is blank', 'odd', 'even']).chain((name) => call(name, any)),
      fc.tuple(number, number, number).map(([x, a, b]) => `(${x} between ${a} and ${b})`),
      fc
        .tuple(any, fc.array(any, { minLength: 1, maxLength: 3 }))
        .map(([x, tests]) => `(${x} in (${tests.join(', ')}))`),
      fc.tuple(number, number, number).map(([x, a, b]) => `(${x} in [${a}..${b}))`),
      fc.tuple(number, oneOf(comparisons), number).map(([x, operator, a]) => `(${x} in ${operator} ${a})`),
      fc.tuple(any, list).map(([x, l]) => `(${x} in ${l})`),
      pick(logic),
    ),
    list: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      oneOf(['items', 'orders.total', 'customer.tags', '[]', '[1, 2, 3]']),
      fc.array(any, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      call('append', list, any),
      call('concatenate', list, list),
      oneOf(['reverse', 'flatten']).chain((name) => call(name, list)),
      call('index of', list, any),
      call('sublist', list, number),
      call('insert before', list, oneOf(['1', '2', '-1']), any),
    ),
    time: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      oneOf([
        'now()',
        'today()',
        'date("2026-02-28")',
        '@"2026-01-31T10:00:00Z"',
        'date(due)',
        'date and time(at)',
        'time("10:30:00")',
      ]),
      binary(time, ['+', '-'], oneOf(['duration("P1D")', 'duration("P2M")', '@"PT36H"', 'duration(span)'])),
      binary(time, ['-'], time),
      oneOf(['day of week', 'day of year', 'month of year']).chain((name) => call(name, time)),
    ),
  };
}).any;

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    1,
    -3,
    2.5,
    100,
    1e20,
    '',
    'a',
    'gold',
    'Grüße',
    '2026-02-28',
    'P1D',
    '1,000.5',
  ),
  fc.integer({ min: -1000, max: 1000 }),
  fc.string({ maxLength: 6 }),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 6 });

/** Random variables for those sources: each may be absent, null or of an unexpected type. */
export const variables: fc.Arbitrary<Record<string, Json>> = fc
  .record({
    amount: maybe(scalar),
    status: maybe(scalar),
    approved: maybe(fc.oneof(fc.boolean(), scalar)),
    a: maybe(scalar),
    b: maybe(scalar),
    due: maybe(fc.constantFrom('2026-03-31', 'soon', null, '2026-02-30')),
    at: maybe(fc.constantFrom('2026-03-31T12:00:00Z', '2026-03-31T12:00:00+02:00', 'x')),
    span: maybe(fc.constantFrom('P3D', 'P1Y', 'PT5M', '')),
    'odd-name': maybe(scalar),
    'missing number': maybe(scalar),
    items: maybe(
      fc.oneof(
        fc.array(scalar, { maxLength: 4 }),
        fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 4 }),
        scalar,
      ),
    ),
    order: maybe(fc.record({ total: scalar })),
    orders: maybe(fc.array(fc.record({ total: scalar }), { maxLength: 3 })),
    customer: maybe(
      fc.record(
        {
          level: scalar,
          vip: scalar,
          'first name': scalar,
          tags: fc.array(scalar, { maxLength: 3 }),
          address: fc.record({ city: scalar }),
        },
        { requiredKeys: [] },
      ),
    ),
  })
  .map((all) => JSON.parse(JSON.stringify(all)) as Record<string, Json>);
