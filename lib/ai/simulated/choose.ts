import type { Find } from './finds';
import type { Source } from './source';
import { signsOf } from './vocabulary';

/** Where signs of a choice stand in the data. */
function signs(source: Source, choice: string): { start: number; end: number }[] {
  const data = source.text.slice(source.data.start, source.data.end).toLowerCase();
  return signsOf(choice).flatMap((sign) => {
    const pattern = new RegExp(`(?<!\\p{L})${sign.replace(/[^\p{L}\d ]/gu, '.')}`, 'u');
    const match = pattern.exec(data);
    if (!match) return [];
    const start = source.data.start + match.index;
    return [{ start, end: start + match[0].length }];
  });
}

/** The choice with the most signs in the data, the first of equals; `found` says whether there was any. */
export function choose(
  source: Source,
  choices: readonly string[],
): { find: Find; found: boolean } | undefined {
  const scored = choices.map((choice) => ({ choice, places: signs(source, choice) }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, each) => (!top || each.places.length > top.places.length ? each : top),
    undefined,
  );
  if (!best) return undefined;
  const place = best.places[0] ?? { start: source.data.start, end: source.data.start };
  return { find: { value: best.choice, ...place }, found: best.places.length > 0 };
}
