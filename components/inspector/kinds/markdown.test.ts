import { describe, expect, it } from 'vitest';
import { markdownHtml } from './markdown';

describe('documentation in Markdown', () => {
  it('is shown with headings, emphasis, lists and links that open elsewhere', () => {
    expect(markdownHtml('# Why\n\nBecause **it** `is`.\n\n- a\n- [b](https://example.org)')).toBe(
      '<h1>Why</h1>\n<p>Because <strong>it</strong> <code>is</code>.</p>\n<ul>\n<li>a</li>\n<li><a target="_blank" rel="noopener noreferrer" href="https://example.org">b</a></li>\n</ul>',
    );
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an attribute', '<img src=x onerror=alert(1)>'],
    ['an address that runs', '[x](javascript:alert(1))'],
    ['an address that runs, hidden', '[x](java\nscript:alert(1))'],
    ['an address of data', '[x](data:text/html,<script>alert(1)</script>)'],
    ['an automatic link', '<javascript:alert(1)>'],
    ['a quotation mark in an address', '[x](https://a"onmouseover="alert(1))'],
    ['a quotation mark in a title', `[x](https://a "t" onmouseover='alert(1)')`],
    ['a picture that looks like a link', '![<a href=x>](https://tracker.example/p.png "t")'],
    ['a reference', '[x]\n\n[x]: javascript:alert(1)'],
  ])('%s does nothing', (_what, text) => {
    const html = markdownHtml(text);
    expect(html).not.toMatch(/<(?!\/?(?:p|a|h\d|ul|ol|li|strong|em|code|pre|blockquote|hr|br)\b)/);
    expect(html).not.toMatch(/<[^>]*\s(?!target|rel|href|title|class)[a-z]+=/);
    expect(html).not.toMatch(/href="(?!https?:|mailto:|#|"|\/)[^"]*:/);
    expect(html).not.toContain('tracker.example');
  });
});
