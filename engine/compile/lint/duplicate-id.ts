import { rule } from './rule';

/** Two entries that claim one id, or one entry in two places: references would be ambiguous. */
export const duplicateId = rule('duplicate-id', ({ document }, report) => {
  const seen = new Set<string>();
  for (const [key, element] of Object.entries(document.elements)) {
    if (element.id !== key) report('error', element, `The id “${element.id}” is used more than once.`);
    for (const id of Object.values(element.children).flat()) {
      const child = document.elements[id];
      if (child && seen.has(id)) report('error', child, `The id “${id}” is used more than once.`);
      seen.add(id);
    }
  }
});
