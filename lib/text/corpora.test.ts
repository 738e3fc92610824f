import { describe, expect, it } from 'vitest';
import { allBpmnFiles, corporaMissing, corpusFile } from '@/lib/bpmn/corpora';
import { importBpmn } from '@/lib/bpmn/import';
import { layoutDocument } from '@/lib/bpmn/layout';
import { hash } from '@/lib/document';
import { documentToText, readText } from './index';
import { inWords } from './write/document';

describe.skipIf(corporaMissing)(`text of every model of the corpora ${corporaMissing ?? ''}`, () => {
  it('has words for everything, reads back as the same document, and is stable', () => {
    const different: string[] = [];
    const unstable: string[] = [];
    const unwritable: string[] = [];
    let models = 0;
    for (const file of allBpmnFiles()) {
      const result = importBpmn(corpusFile('', file));
      if (!result.ok) continue;
      models++;
      const text = inWords(result.document);
      if (text === undefined) {
        unwritable.push(file);
        continue;
      }
      const back = readText(text);
      if (!back.ok || hash(back.document) !== hash(result.document)) different.push(file);
      else if (inWords(back.document) !== text) unstable.push(file);
    }
    expect({ different, unstable, unwritable }).toEqual({ different: [], unstable: [], unwritable: [] });
    expect(models).toBeGreaterThan(200);
  }, 180_000);

  it('keeps what the layout drew', async () => {
    const files = allBpmnFiles()
      .filter((file) => file.includes('03-betsy'))
      .slice(0, 12);
    for (const file of files) {
      const result = importBpmn(corpusFile('', file));
      if (!result.ok) throw new Error(result.message);
      const document = await layoutDocument(result.document);
      const back = readText(documentToText(document));
      expect(back.ok && hash(back.document)).toBe(hash(document));
    }
  });
});
