import { rule } from '@/engine/compile/lint/rule';
import { extension } from '@/lib/document';
import { ownershipOf, tidyTags } from './ownership';

/** An owner is one person or group that can be asked, and tags are words that lists can show. */
export const ownership = rule('ownership', ({ document }, report) => {
  for (const element of Object.values(document.elements)) {
    if (!extension(document, element.id, 'countersign:Ownership')) continue;
    const { owner, tags } = ownershipOf(document, element.id);
    if (/^=|\$\{/.test(owner))
      report(
        'warning',
        element,
        'The owner is an expression, which nobody computes. Name a person or a group.',
        'owner',
      );
    else if (owner.includes(','))
      report(
        'warning',
        element,
        'An element has one owner, but several are named. Name a group instead.',
        'owner',
      );
    if (tidyTags(tags).length < tags.length)
      report('warning', element, 'A tag stands twice. Remove one of them.', 'tags');
    const long = tags.find((tag) => tag.length > LONGEST);
    if (long)
      report(
        'warning',
        element,
        `The tag “${long.slice(0, 20)}…” is longer than ${LONGEST} characters. Shorten it.`,
        'tags',
      );
  }
});

/** What a chip of a list can show. */
const LONGEST = 40;
