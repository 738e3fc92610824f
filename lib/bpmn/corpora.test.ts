import { describe, expect, it } from 'vitest';
import { elementsOfType, hash } from '@/lib/document';
import { validateDocument } from '@/lib/document/validate';
import { allBpmnFiles, corporaMissing, corpusFile, corpusModels } from './corpora';
import { exportBpmn } from './export';
import { compareFacts, factsOf } from './facts';
import { importBpmn } from './import';
import { read } from './testing';
import { decodeXml } from './xml/decode';
import { readXml } from './xml/read';

const suite = describe.skipIf(corporaMissing);
const facts = (xml: string) => factsOf(readXml(xml).root);

function keptFacts(group: string, file: string) {
  const bytes = corpusFile(group, file);
  return compareFacts(facts(decodeXml(bytes)), facts(exportBpmn(read(bytes))));
}

/** Counts of facts, by kind, that a manifest says must survive. */
suite(`models whose manifest counts their facts ${corporaMissing ?? ''}`, () => {
  for (const group of ['core/01-miwg', 'core/02-realistic']) {
    for (const { file, roundTripFacts } of corpusModels(group)) {
      if (!roundTripFacts) continue;
      it(`keeps every fact of ${file}`, () => {
        const kept = keptFacts(group, file);
        const counts = [...kept].map(([kind, { total, lost }]) => [kind, total - lost.length]);
        expect(Object.fromEntries(counts)).toEqual(roundTripFacts);
      });
    }
  }

  it('are ten and fourteen', () => {
    const counted = (group: string) =>
      corpusModels(group).filter(({ roundTripFacts }) => roundTripFacts).length;
    expect([counted('core/01-miwg'), counted('core/02-realistic')]).toEqual([10, 14]);
  });
});

suite('models whose manifest counts what their diagrams draw', () => {
  for (const group of ['core/01-miwg', 'core/02-realistic', 'extended/11-miwg-cross']) {
    for (const { file, profile } of corpusModels(group)) {
      if (profile?.diShapes === undefined) continue;
      it(`${file}: shapes, edges and diagrams`, () => {
        const document = read(exportBpmn(read(corpusFile(group, file))));
        const count = (type: string) => elementsOfType(document, type).length;
        expect({
          diShapes: count('bpmndi:BPMNShape'),
          diEdges: count('bpmndi:BPMNEdge'),
          diagrams: count('bpmndi:BPMNDiagram'),
        }).toEqual({ diShapes: profile.diShapes, diEdges: profile.diEdges, diagrams: profile.diagrams });
      });
    }
  }
});

suite('other tools’ models', () => {
  const groups = ['core/02-realistic', 'extended/11-miwg-cross'];
  for (const group of groups) {
    for (const { file } of corpusModels(group).filter((model) => !model.file.endsWith('.dmn'))) {
      it(`reads ${file} without error and loses no fact`, () => {
        const result = importBpmn(corpusFile(group, file));
        expect(result).toMatchObject({ ok: true });
        const lost = [...keptFacts(group, file).values()].flatMap((kind) => kind.lost);
        expect(lost).toEqual([]);
      });
    }
  }

  it('reads the customer onboarding with nothing to complain about', () => {
    const file = 'customer-onboarding-camunda-8-springboot__customer-onboarding.bpmn';
    expect(importBpmn(corpusFile('core/02-realistic', file))).toMatchObject({ ok: true, notes: [] });
  });
});

suite('edge cases', () => {
  /** What the manifest's `why` asks to refuse; everything else must be read. */
  const refused: Record<string, { code: string; line: number }> = {
    'flowable-engine__DeployInvalidXmlTest.testExternalEntityResolvingTest.bpmn20.xml': {
      code: 'doctype',
      line: 2,
    },
    'camunda-bpm-platform__BpmnParseTest.testXMLParsingErrors.bpmn': { code: 'not-well-formed', line: 27 },
    'bpmn-moddle__duplicate-ids.bpmn': { code: 'duplicate-id', line: 7 },
  };
  for (const { file, why } of corpusModels('extended/15-edge')) {
    it(`${file}: ${why}`, () => {
      expect(importBpmn(corpusFile('extended/15-edge', file))).toMatchObject(refused[file] ?? { ok: true });
    });
  }

  it('tells that HTML entities were read as characters', () => {
    const result = importBpmn(corpusFile('extended/15-edge', 'nayra__BpmnWithHtmlEntities.bpmn'));
    expect(result).toMatchObject({ notes: [{ code: 'html-entities', severity: 'info' }] });
  });

  it('warns about a shape that draws nothing', () => {
    const result = importBpmn(corpusFile('extended/15-edge', 'bpmn-moddle__di-no-bpmn-element.bpmn'));
    expect(result).toMatchObject({ notes: [{ code: 'diagram-target-missing', severity: 'warning' }] });
  });
});

suite('every readable file of the corpora', () => {
  it('gives the same document after export, export is stable, and the document is valid', () => {
    const different: string[] = [];
    let readable = 0;
    for (const file of allBpmnFiles()) {
      const result = importBpmn(corpusFile('', file));
      if (!result.ok) continue;
      readable++;
      const xml = exportBpmn(result.document);
      const same = hash(read(xml)) === hash(result.document) && exportBpmn(read(xml)) === xml;
      if (!same || !validateDocument(JSON.parse(JSON.stringify(result.document))).ok) different.push(file);
    }
    expect(different).toEqual([]);
    expect(readable).toBeGreaterThan(200);
  });
});
