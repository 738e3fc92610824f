import { type Browser, chromium } from '@playwright/test';
import { ENABLE_BROWSER, findChromium } from '../test/chromium.mjs';

/** A browser to draw with; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium((text) => console.error(text));
  if (!executablePath) throw new Error(`No Chromium was found. Install one: ${ENABLE_BROWSER}`);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page of HTML as a PNG file, as tall as its content. */
export async function photograph(browser: Browser, html: string, file: string, width = 1800): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 400 } });
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

/** Pictures below each other, each under its caption. `source` is an image's address or an SVG's text. */
export function sheet(pictures: readonly { caption: string; source: string }[]): string {
  const shown = pictures.map(({ caption, source }) => {
    const address = source.startsWith('data:')
      ? source
      : `data:image/svg+xml;base64,${Buffer.from(source).toString('base64')}`;
    return `<h2>${caption}</h2><img src="${address}">`;
  });
  const style =
    'body{margin:16px;font:14px sans-serif}h2{font-size:15px}img{max-width:100%;border:1px solid #ccc}';
  return `<!doctype html><style>${style}</style>${shown.join('')}`;
}
