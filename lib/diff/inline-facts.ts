import { type InlineProperty, type InlineValue, isInline } from '@/lib/document';
import { itemOf, note, type Place, within } from './fact';
import { formFacts, schemaFacts } from './json-facts';
import { itemWord, labelFor } from './property-words';
import { scalarText } from './value-words';

/** What tells the things of a list apart, the best first. */
const KEYS = ['id', 'target', 'key', 'name'] as const;

const JSON_FACTS: Record<string, (place: Place, text: string) => boolean> = {
  'countersign:Form.body': formFacts,
  'zeebe:UserTaskForm.body': formFacts,
  'countersign:AiCall.outputSchema': schemaFacts,
};

/** Types whose text is the whole value: expressions and documentation. */
const isText = (value: InlineValue): boolean =>
  /Expression$|^bpmn:Documentation$/.test(value.$type) || value.$type === '';

/** Everything an inline value of an element says. */
export function inlineFacts(place: Place, property: string, value: InlineValue | InlineValue[]): void {
  const values = Array.isArray(value) ? value : [value];
  for (const [index, one] of values.entries()) {
    if (property === 'extensionElements') extensionFacts(place, one);
    else single(place, values.length > 1 ? `${property}[${index}]` : property, '', one);
  }
}

/** An expression or documentation is one property; its language or format is another, when it is given. */
function single(place: Place, property: string, type: string, value: InlineValue): void {
  const body = value.body ?? value.text;
  if (!isText(value) && body === undefined) {
    members(within(place, property), value);
    return;
  }
  if (body !== undefined && body !== null) {
    const label = labelFor(property.replace(/\[\d+\]$/, ''), type);
    note(place, property, label, String(body), scalarText(String(body)));
  }
  for (const [extra, content] of Object.entries(value))
    if (!['$type', 'body', 'text', 'id'].includes(extra))
      anything(within(place, property), extra, value.$type, content);
}

/** Extension elements: one of a kind is named by its properties, several are told apart by a key. */
function extensionFacts(place: Place, holder: InlineValue): void {
  const counts = new Map<string, number>();
  const values = (Array.isArray(holder.values) ? holder.values : [holder.values]).filter(
    (value): value is InlineValue => value !== undefined && isInline(value),
  );
  for (const value of values) {
    const count = counts.get(value.$type) ?? 0;
    counts.set(value.$type, count + 1);
    members(within(place, count === 0 ? value.$type : `${value.$type}[${count}]`), value);
  }
  for (const [name, value] of Object.entries(holder))
    if (name !== '$type' && name !== 'values') anything(place, name, holder.$type, value);
}

function members(place: Place, value: InlineValue): void {
  const before = place.facts.size;
  for (const [name, content] of Object.entries(value))
    if (name !== '$type') anything(place, name, value.$type, content);
  // A marker without content, such as `zeebe:UserTask`, counts by being there.
  if (place.facts.size === before) note(place, '$type', itemWord(value.$type), value.$type, 'yes');
}

function anything(place: Place, name: string, type: string, value: InlineProperty): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) list(place, name, value);
  else if (isInline(value)) single(place, name, type, value);
  else if (!JSON_FACTS[`${type}.${name}`]?.(within(place, name), String(value)))
    note(place, name, labelFor(name, type), String(value), scalarText(value));
}

function list(place: Place, name: string, values: readonly InlineProperty[]): void {
  const things = values.filter((value): value is InlineValue => value !== undefined && isInline(value));
  if (things.length < values.length)
    note(place, name, labelFor(name), JSON.stringify(values), values.map(String).join(', '));
  const key = keyOf(things);
  const order: string[] = [];
  for (const [index, thing] of things.entries()) {
    const id = key ? String(thing[key]) : String(index);
    order.push(`${thing.$type} ${id}`);
    const shown = thing.label ?? (key ? id : index + 1);
    const item = itemOf(place, `${name}[${thing.$type} ${id}]`, `${itemWord(thing.$type)} “${shown}”`);
    const { [key ?? '']: _key, ...rest } = thing;
    members(item, { ...rest, $type: thing.$type });
  }
  if (key && things.length > 1)
    note(place, `${name}#order`, `Order of ${plural(things)}`, order.join('\n'), orderText(order), { order });
}

const plural = ([first]: readonly InlineValue[]): string => `${itemWord(first?.$type ?? '').toLowerCase()}s`;

const orderText = (order: readonly string[]): string =>
  order.map((each) => each.slice(each.indexOf(' ') + 1)).join(', ');

/** The property that names each thing once; undefined when none does. */
function keyOf(things: readonly InlineValue[]): string | undefined {
  return KEYS.find((key) => {
    const seen = new Set(things.map((thing) => thing[key] !== undefined && `${thing.$type} ${thing[key]}`));
    return !seen.has(false) && seen.size === things.length;
  });
}
