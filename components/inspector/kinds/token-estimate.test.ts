import { expect, it } from 'vitest';
import { estimateTokens } from './token-estimate';

it.each([
  ['', 0],
  ['Read the invoice', 4],
  ['請求書を読む', 6],
  ['{{invoice}}', 3],
])('“%s” is about %i tokens', (text, tokens) => expect(estimateTokens(text)).toBe(tokens));
