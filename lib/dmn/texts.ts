import type { Boxed, BoxedTable, DmnNode } from './model';

/** A FEEL text of a model. */
export interface DmnText {
  readonly text: string;
  readonly kind: 'expression' | 'unaryTests';
}

/** Every FEEL text of an element, in reading order. */
export function textsOf(node: DmnNode): DmnText[] {
  return 'logic' in node && node.logic ? within(node.logic) : [];
}

/** The boxes of an element that repeat or call, whose work does not end with their own size. */
export function repeats(node: DmnNode): boolean {
  return (
    node.kind === 'knowledge' ||
    node.kind === 'service' ||
    ('logic' in node && !!node.logic && loops(node.logic))
  );
}

function within(boxed: Boxed): DmnText[] {
  if (boxed.kind === 'literal') return [expression(boxed.text)];
  return boxed.kind === 'table' ? withinTable(boxed) : partsOf(boxed).flatMap(within);
}

function loops(boxed: Boxed): boolean {
  if (['function', 'invocation', 'filter', 'for', 'some', 'every'].includes(boxed.kind)) return true;
  return partsOf(boxed).some(loops);
}

function partsOf(boxed: Boxed): readonly Boxed[] {
  switch (boxed.kind) {
    case 'context':
      return boxed.entries.map(({ value }) => value);
    case 'list':
      return boxed.items;
    case 'relation':
      return boxed.rows.flat();
    case 'function':
      return boxed.body ? [boxed.body] : [];
    case 'invocation':
      return [boxed.callee, ...boxed.bindings.map(({ value }) => value)];
    case 'conditional':
      return [boxed.condition, boxed.whenTrue, boxed.whenFalse];
    case 'filter':
      return [boxed.list, boxed.match];
    case 'for':
    case 'some':
    case 'every':
      return [boxed.list, boxed.body];
    default:
      return [];
  }
}

function withinTable({ inputs, outputs, rules }: BoxedTable): DmnText[] {
  const columns = [
    ...inputs.flatMap(({ text, values }) => [expression(text), tests(values)]),
    ...outputs.flatMap(({ values, defaultEntry }) => [tests(values), expression(defaultEntry)]),
  ];
  const cells = rules.flatMap((rule) => [...rule.tests.map(tests), ...rule.outputs.map(expression)]);
  return [...columns, ...cells].filter(({ text }) => text.trim() !== '' && text.trim() !== '-');
}

const expression = (text = ''): DmnText => ({ text, kind: 'expression' });
const tests = (text = ''): DmnText => ({ text, kind: 'unaryTests' });
