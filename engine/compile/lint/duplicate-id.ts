import { rule } from './rule';

/** Two entries that claim one id, or one entry in two places: references would be ambiguous. */
export const duplicateId = rule('duplicate-id', ({ document }, report) => {
  const seen = new Set<string>();
  for (const key in document.elements) {
    const element = document.elements[key]!;
    if (element.id !== key) report('error', element, `The id “${element.id}” is used more than once.`);
    for (const property in element.children)
      for (const id of element.children[property]!) {
        const child = document.elements[id];
        if (child && seen.has(id)) report('error', child, `The id “${id}” is used more than once.`);
        seen.add(id);
      }
  }
});
