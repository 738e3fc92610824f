import type { Fact, Facts } from './fact';
import type { PropertyChange } from './types';

/** What differs between the facts of one element, in the order of the newer ones. */
export function compareFacts(before: Facts, after: Facts): PropertyChange[] {
  const changes: PropertyChange[] = [];
  const told = new Set<string>();
  const items = { before: itemsOf(before), after: itemsOf(after) };
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const [old, now] = [before.get(key), after.get(key)];
    const fact = now ?? old;
    if (!fact || !differs(old, now)) continue;
    const item = fact.item;
    if (item && items.before.has(item.key) !== items.after.has(item.key)) {
      if (!told.has(item.key)) changes.push(wholeItem(item.key, fact, items));
      told.add(item.key);
    } else changes.push(changeOf(fact, old, now));
  }
  return changes;
}

function differs(old: Fact | undefined, now: Fact | undefined): boolean {
  if (old?.raw === now?.raw) return false;
  // Whatever came or went is told by itself; here only the order of what stayed counts.
  if (!old?.order && !now?.order) return true;
  if (!old?.order || !now?.order) return false;
  const [had, has] = [new Set(old.order), new Set(now.order)];
  return (
    old.order.filter((id) => has.has(id)).join('\n') !== now.order.filter((id) => had.has(id)).join('\n')
  );
}

function changeOf(fact: Fact, old: Fact | undefined, now: Fact | undefined): PropertyChange {
  // Where the words are the same the letters must tell: an expression became a text.
  const literal = old !== undefined && old.text === now?.text;
  const read = (side: Fact | undefined) => (side ? (literal ? side.raw : side.text) : null);
  return { key: fact.key, label: fact.label, before: read(old), after: read(now) };
}

type Items = Map<string, Fact[]>;

function itemsOf(facts: Facts): Items {
  const items: Items = new Map();
  for (const fact of facts.values()) {
    if (!fact.item) continue;
    const list = items.get(fact.item.key);
    if (list) list.push(fact);
    else items.set(fact.item.key, [fact]);
  }
  return items;
}

/** Something that came or went as a whole reads as one change: “Field “Amount”: – → money, required”. */
function wholeItem(key: string, fact: Fact, items: { before: Items; after: Items }): PropertyChange {
  const side = (list: Fact[] | undefined) => (list ? list.map(inOneWord).filter(Boolean).join(', ') : null);
  return {
    key,
    label: fact.item?.label ?? fact.label,
    before: side(items.before.get(key)),
    after: side(items.after.get(key)),
  };
}

function inOneWord({ item, text }: Fact): string {
  const short = item?.short ?? '';
  if (short === '' || short === 'type') return text;
  if (short === 'label') return '';
  if (text === 'yes') return short;
  return text === 'no' ? '' : `${short} ${text}`;
}
