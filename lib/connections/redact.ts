import type { Json } from '@/engine/core/json';

const SHORTEST = 4;
const MARK = '•••';

/** Removes values from texts wherever they appear: as they are, in URLs, and in base64. */
export class Redactor {
  private readonly needles: string[];

  /** @param values what must not be seen; shorter than four characters they would remove half of every text */
  constructor(values: readonly string[]) {
    const needles = values
      .filter((value) => value.length >= SHORTEST)
      .flatMap((value) => [
        value,
        encodeURIComponent(value),
        JSON.stringify(value).slice(1, -1),
        Buffer.from(value).toString('base64').replace(/=+$/, ''),
        Buffer.from(value).toString('base64url'),
      ]);
    this.needles = [...new Set(needles)].sort((one, other) => other.length - one.length);
  }

  text(text: string): string {
    return this.needles.reduce((clean, needle) => clean.replaceAll(needle, MARK), text);
  }

  /** How many characters at the end of a text may be the beginning of a value that goes on in the next piece. */
  begunAtEnd(text: string): number {
    const longest = Math.min(text.length, Math.max(0, (this.needles[0]?.length ?? 0) - 1));
    for (let length = longest; length > 0; length--) {
      const end = text.slice(text.length - length);
      if (this.needles.some((needle) => needle.startsWith(end))) return length;
    }
    return 0;
  }

  /** Every text of a value, the names of its members included. */
  json<Value extends Json>(value: Value): Value;
  json(value: Json): Json {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.json(item));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [this.text(name), this.json(member)]),
    );
  }
}
