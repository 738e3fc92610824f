/** One property of an element as compared: `raw` decides, `text` is read. */
export interface Fact {
  key: string;
  label: string;
  /** What is compared. */
  raw: string;
  /** What people read. */
  text: string;
  /** The thing in a list that this belongs to: a form field, an input. */
  item?: Item;
  /** An order of keys: compared only over those that both sides have. */
  order?: readonly string[];
}

export interface Item {
  key: string;
  label: string;
  /** The property's own short name inside the item; empty for its main value. */
  short: string;
}

export type Facts = Map<string, Fact>;

/** Where facts are written: the place in the element, and the list item they belong to. */
export interface Place {
  facts: Facts;
  /** Path so far, ending in a dot unless empty. */
  path: string;
  /** The label of whatever contains the property; null at the top. */
  prefix: string | null;
  item: { key: string; label: string } | null;
}

/** Names for which the item's own label says it all: “Input “amount”” rather than “Input “amount”: source”. */
const MAIN = new Set(['source', 'value', 'body', '$body']);

/** Notes one property. Nothing is noted for a value that isn't there. */
export function note(
  place: Place,
  name: string,
  label: string,
  raw: string,
  text = raw,
  extra: { order?: readonly string[] } = {},
): void {
  const main = place.item !== null && MAIN.has(name);
  const lower = /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  place.facts.set(place.path + name, {
    key: place.path + name,
    label: place.prefix === null ? label : main ? place.prefix : `${place.prefix}: ${lower}`,
    raw,
    text,
    ...(place.item ? { item: { ...place.item, short: main ? '' : lower } } : {}),
    ...extra,
  });
}

/** The same place one level deeper. */
export const within = (place: Place, path: string): Place => ({ ...place, path: `${place.path}${path}.` });

/** One thing of a list, told from the others by its key. */
export function itemOf(place: Place, path: string, label: string): Place {
  const inner = place.prefix === null ? label : `${place.prefix}: ${label}`;
  const key = `${place.path}${path}`;
  return { ...place, path: `${key}.`, prefix: inner, item: place.item ?? { key, label: inner } };
}
