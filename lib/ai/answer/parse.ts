/** The JSON object in what a model wrote: alone, in a fenced block, or between other words; undefined when there is none. */
export function jsonIn(text: string): unknown {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/i.exec(text)?.[1];
  const open = text.indexOf('{');
  const close = text.lastIndexOf('}');
  const candidates = [text, fenced, open >= 0 && close > open ? text.slice(open, close + 1) : undefined];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    try {
      const value: unknown = JSON.parse(candidate);
      if (typeof value === 'object' && value !== null) return value;
    } catch {
      // the next way of reading it
    }
  }
  return undefined;
}
