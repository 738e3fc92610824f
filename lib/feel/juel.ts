import { parseFeel } from '@/engine/compile/feel';
import { type JuelToken, juelTokens } from './juel-tokens';

export type JuelTranslation =
  | { readonly ok: true; readonly feel: string }
  | { readonly ok: false; readonly because: string };

/**
 * Translates a condition of Camunda 7 or Flowable to FEEL: variables and their properties, literals, comparisons,
 * `and`, `or`, `not`, `empty`, parentheses and `execution.getVariable("x")`. Anything else, above all calls of Java
 * objects, is refused with the reason, because it would mean something else here.
 */
export function translateJuel(source: string): JuelTranslation {
  const inside = /^\s*[$#]\{([^{}]*)\}\s*$/s.exec(source)?.[1];
  if (inside === undefined) return refuse('it is not a single expression in braces');
  const tokens = juelTokens(inside);
  if (typeof tokens === 'string') return refuse(`“${tokens}” is not part of the supported expressions`);
  try {
    const feel = new Translator(tokens).translate();
    const parsed = parseFeel(feel);
    return parsed.ok ? { ok: true, feel } : refuse(parsed.message);
  } catch (error) {
    if (error instanceof Unsupported) return refuse(error.message);
    throw error;
  }
}

function refuse(because: string): JuelTranslation {
  return { ok: false, because };
}

class Unsupported extends Error {}

const DEEPEST = 30;
const EQUALITY: Readonly<Record<string, string>> = { '==': '=', eq: '=', '!=': '!=', ne: '!=' };
const RELATION: Readonly<Record<string, string>> = {
  ...{ '<': '<', lt: '<', '>': '>', gt: '>', '<=': '<=', le: '<=', '>=': '>=', ge: '>=' },
};
const WORDS = new Set([
  'and',
  'or',
  'not',
  'eq',
  'ne',
  'lt',
  'gt',
  'le',
  'ge',
  'empty',
  'div',
  'mod',
  'instanceof',
]);

class Translator {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly JuelToken[]) {}

  translate(): string {
    const feel = this.either();
    if (this.next.kind !== 'end') throw new Unsupported(this.describeNext());
    return feel;
  }

  private either(): string {
    return this.chain(['||', 'or'], 'or', () => this.both());
  }

  private both(): string {
    return this.chain(['&&', 'and'], 'and', () => this.equality());
  }

  private chain(signs: readonly string[], feel: string, operand: () => string): string {
    let left = operand();
    while (this.accept(signs)) left = `${left} ${feel} ${operand()}`;
    return left;
  }

  private equality(): string {
    return this.compare(EQUALITY, () => this.compare(RELATION, () => this.unary()));
  }

  private compare(operators: Readonly<Record<string, string>>, operand: () => string): string {
    let left = operand();
    for (
      let operator = this.accept(Object.keys(operators));
      operator;
      operator = this.accept(Object.keys(operators))
    ) {
      const right = operand();
      // FEEL has one precedence for all comparisons
      left = `${bracket(left)} ${operators[operator]} ${bracket(right)}`;
    }
    return left;
  }

  private unary(): string {
    if (this.accept(['!', 'not'])) return `not(${this.nested(() => this.unary())})`;
    if (this.accept(['empty'])) return `is empty(${this.nested(() => this.unary())})`;
    if (this.accept(['-'])) {
      if (this.next.kind !== 'number') throw new Unsupported('it calculates with “-”');
      return `-${this.take().text}`;
    }
    return this.primary();
  }

  private primary(): string {
    const token = this.take();
    if (token.kind === 'number') return token.text;
    if (token.kind === 'string') return JSON.stringify(token.text);
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.nested(() => this.either());
      this.expect(')');
      return `(${inner})`;
    }
    if (token.kind !== 'name' || WORDS.has(token.text)) throw new Unsupported(this.describe(token));
    if (['true', 'false', 'null'].includes(token.text)) return token.text;
    return this.path(token.text);
  }

  private path(root: string): string {
    if (root === 'execution') return this.executionVariable();
    let path = feelName(root);
    for (;;) {
      if (this.accept(['.'])) path += `.${feelName(this.property())}`;
      else if (this.accept(['['])) path += this.subscript();
      else break;
    }
    if (this.next.text === '(' && this.next.kind === 'sign') throw new Unsupported(`it calls ${path}()`);
    return path;
  }

  private subscript(): string {
    const key = this.take();
    this.expect(']');
    if (key.kind === 'string') return `.${feelName(key.text)}`;
    // JUEL counts from 0, FEEL from 1
    if (key.kind === 'number' && /^\d+$/.test(key.text)) return `[${Number(key.text) + 1}]`;
    throw new Unsupported('it computes a position or key in [ ]');
  }

  private executionVariable(): string {
    this.expect('.');
    const method = this.property();
    if (method !== 'getVariable') throw new Unsupported(`it calls execution.${method}()`);
    this.expect('(');
    const name = this.take();
    if (name.kind !== 'string') throw new Unsupported('it computes the name of a variable');
    this.expect(')');
    return feelName(name.text);
  }

  private property(): string {
    const token = this.take();
    if (token.kind !== 'name') throw new Unsupported(this.describe(token));
    return token.text;
  }

  private nested(read: () => string): string {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Unsupported('it is nested too deeply');
    const inner = read();
    this.depth -= 1;
    return inner;
  }

  private get next(): JuelToken {
    return this.tokens[this.at] ?? { kind: 'end', text: '' };
  }

  private take(): JuelToken {
    const token = this.next;
    this.at += 1;
    return token;
  }

  private accept(texts: readonly string[]): string | undefined {
    const { kind, text } = this.next;
    if ((kind !== 'sign' && kind !== 'name') || !texts.includes(text)) return undefined;
    this.at += 1;
    return text;
  }

  private expect(text: string): void {
    const token = this.take();
    if (token.kind !== 'sign' || token.text !== text) throw new Unsupported(this.describe(token));
  }

  private describeNext(): string {
    return this.describe(this.next);
  }

  private describe({ kind, text }: JuelToken): string {
    if (kind === 'end') return 'it ends too early';
    if ('+*/%-'.includes(text) || text === 'div' || text === 'mod') return `it calculates with “${text}”`;
    if (text === '?' || text === ':') return 'it chooses with “? :”';
    return `“${text}” is not expected there`;
  }
}

function bracket(feel: string): string {
  return / (?:=|!=|<|>|<=|>=) /.test(feel) && !/^\(.*\)$/s.test(feel) ? `(${feel})` : feel;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const FEEL_WORDS = new Set(
  'for in return if then else some every satisfies and or not between instance of function external true false null item partial'.split(
    ' ',
  ),
);

function feelName(name: string): string {
  if (name.includes('`')) throw new Unsupported(`“${name}” is not a name`);
  return PLAIN_NAME.test(name) && !FEEL_WORDS.has(name) ? name : `\`${name}\``;
}
