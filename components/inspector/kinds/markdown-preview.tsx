'use client';

import { useMemo } from 'react';
import { markdownHtml } from './markdown';

const LOOK = [
  'rounded-sm bg-sunken px-3 py-2 text-sm break-words',
  '[&_a]:text-primary [&_a]:underline [&_code]:font-mono [&_code]:text-xs [&_h1]:text-base [&_h1]:font-semibold',
  '[&_h2]:font-semibold [&_h3]:font-semibold [&_li]:ml-4 [&_ol]:list-decimal [&_ul]:list-disc [&_p+p]:mt-2',
  '[&_pre]:overflow-auto [&_blockquote]:border-l-2 [&_blockquote]:border-line-strong [&_blockquote]:pl-2',
].join(' ');

/** Markdown as a reader sees it. */
export function MarkdownPreview({ text }: { text: string }) {
  const html = useMemo(() => ({ __html: markdownHtml(text) }), [text]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: HTML in the text is escaped, see markdownHtml
  return <div data-testid="markdown" className={LOOK} dangerouslySetInnerHTML={html} />;
}
