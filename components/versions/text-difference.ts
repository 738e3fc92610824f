/** Two texts cut where they part and where they meet again, at the bounds of words. */
export interface TextDifference {
  start: string;
  before: string;
  after: string;
  end: string;
}

/** What lies between the common beginning and the common end of two texts. */
export function textDifference(before: string, after: string): TextDifference {
  const [old, now] = [words(before), words(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  const left = Math.min(old.length, now.length) - start;
  while (end < left && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const middle = (list: string[]) => list.slice(start, list.length - end).join('');
  return {
    start: now.slice(0, start).join(''),
    before: middle(old),
    after: middle(now),
    end: now.slice(now.length - end).join(''),
  };
}

/** Words and what lies between them; nothing is lost. */
const words = (text: string): string[] => text.split(/(\s+)/).filter((part) => part !== '');
