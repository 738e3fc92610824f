/**
 * `npm run miwg-pictures -- [folder]`: draws each interchange reference model of the corpora (`CORPORA_DIR`) with
 * our SVG export below the reference picture that the working group publishes, one PNG per model, to be looked at.
 * What still differs is in docs/interchange.md.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CORPORA_DIR, corporaMissing, corpusFile, corpusModels } from '@/lib/bpmn/corpora';
import { drawingsOf } from './drawings';
import { openBrowser, photograph, sheet } from './page';

const GROUP = 'core/01-miwg';
const folder = path.resolve(process.argv[2] ?? 'test-results/miwg-pictures');

/** The pictures of a model: `C.4.0.1.png` to `C.4.0.4.png` for one of four diagrams. */
function references(model: string): { caption: string; source: string }[] {
  const base = path.join(CORPORA_DIR, GROUP);
  const own = new RegExp(`^${model.replaceAll('.', '\\.')}(?:\\.\\d+)?\\.png$`);
  return readdirSync(base)
    .filter((file) => own.test(file))
    .sort()
    .map((file) => ({
      caption: `Reference ${file}`,
      source: `data:image/png;base64,${readFileSync(path.join(base, file)).toString('base64')}`,
    }));
}

async function main(): Promise<void> {
  if (corporaMissing) return console.error(corporaMissing);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    for (const { file } of corpusModels(GROUP)) {
      const model = path.basename(file, '.bpmn');
      const drawings = await drawingsOf(corpusFile(GROUP, file));
      for (const [at, { svg }] of drawings.entries())
        writeFileSync(path.join(folder, `${model}.${at + 1}.svg`), svg);
      const ours = drawings.map(({ name, svg }) => ({ caption: `Countersign: ${name}`, source: svg }));
      await photograph(browser, sheet([...references(model), ...ours]), path.join(folder, `${model}.png`));
      console.log(`${model}: ${drawings.length} diagrams → ${path.join(folder, `${model}.png`)}`);
    }
  } finally {
    await browser.close();
  }
}

await main();
