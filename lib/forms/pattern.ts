/**
 * Whether a pattern compiles and can't backtrack without end: no repeated group that itself repeats or chooses, no
 * back-reference. Refuses some harmless patterns; a form's pattern runs on what anybody types.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > 200 || /\\[1-9]|\\k</.test(pattern)) return false;
  if (repeatsARepetition(pattern)) return false;
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Whether the whole text matches; longer texts than a form field holds don't. */
export function matchesPattern(pattern: string, text: string): boolean {
  return text.length <= 10_000 && new RegExp(`^(?:${pattern})$`, 'u').test(text);
}

function repeatsARepetition(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'a').replace(/\[(?:[^\]\\]|\\.)*\]/g, 'a');
  const open: { risky: boolean }[] = [];
  for (let index = 0; index < plain.length; index += 1) {
    const at = plain.charAt(index);
    if (at === '(') open.push({ risky: false });
    else if (at === ')') {
      const group = open.pop();
      const repeated = /^(?:[*+]|\{\d+,\d*\}|\{\d+\})/.test(plain.slice(index + 1));
      if (group?.risky && repeated) return true;
      const outer = open.at(-1);
      if (outer && (group?.risky || repeated)) outer.risky = true;
    } else if ('*+|{'.includes(at)) {
      const inner = open.at(-1);
      if (inner) inner.risky = true;
    }
  }
  return false;
}
