import { micromark } from 'micromark';

/**
 * Markdown (CommonMark) as HTML that is safe to show: HTML in the text is shown as text, addresses other than http,
 * https, mailto and those of the page itself lead nowhere. Pictures from elsewhere are shown by their words, since loading
 * them would tell their server who reads.
 */
export const markdownHtml = (text: string): string =>
  micromark(text)
    .replace(/<img src="[^"]*" alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<a href=/g, '<a target="_blank" rel="noopener noreferrer" href=');
