import { describe, expect, it } from 'vitest';
import { draw, extensions } from '@/engine/compile/testing/draw';
import { verifyRule } from '@/engine/compile/testing/verify-rule';
import { exportBpmn, importBpmn } from '@/lib/bpmn';
import { diffDocuments } from '@/lib/diff';
import { findIn } from '@/lib/outline';
import { documentToText, readText } from '@/lib/text';
import { applyPatch } from '../patch';
import { ownershipBpmn, ownershipOf, tidyTags } from './ownership';
import { ownership } from './ownership-rule';

const owned = (owner: string, tags: string, more = {}) =>
  draw(
    {
      S: 'StartEvent',
      X: { type: 'Task', values: extensions({ $type: 'countersign:Ownership', owner, tags, ...more }) },
    },
    ['S > X'],
  );

verifyRule(ownership, {
  valid: {
    'nothing said': draw({ X: 'Task' }, []),
    'a person and tags': owned('mia@example.org', 'sox, month end'),
    'a group alone': owned('finance', ''),
  },
  invalid: {
    'an expression': [owned('=requester', ''), ['X'], /nobody computes/],
    'several owners': [owned('mia, jonas', ''), ['X'], /one owner/],
    'a tag twice': [owned('', 'SOX, sox'), ['X'], /twice/],
    'a tag that no list can show': [owned('', 'x'.repeat(41)), ['X'], /longer than 40/],
  },
});

describe('owner and tags', () => {
  it('are written and read back on any element, and leave no trace when emptied', () => {
    const before = draw({ S: 'StartEvent', X: 'Task' }, ['F: S > X']);
    for (const id of ['X', 'S', 'F', 'P']) {
      const view = { owner: 'mia', tags: ['SOX', 'month end'] };
      const after = applyPatch(before, ownershipBpmn.write(view, before, id));
      expect(ownershipOf(after, id)).toEqual(view);
      const emptied = applyPatch(after, ownershipBpmn.write({ owner: ' ', tags: [] }, after, id));
      expect(emptied).toEqual(before);
    }
  });

  it('keep what others wrote into the extension', () => {
    const before = owned('mia', 'a', { costCentre: '4711' });
    const after = applyPatch(before, ownershipBpmn.write({ owner: 'jonas', tags: ['a'] }, before, 'X'));
    expect(JSON.stringify(after.elements.X)).toContain('4711');
  });

  it.each([
    [
      ['a', ' A ', 'b'],
      ['a', 'b'],
    ],
    [
      ['a, b', '', ' month   end '],
      ['a', 'b', 'month end'],
    ],
  ])('tidies %j', (tags, expected) => expect(tidyTags(tags)).toEqual(expected));

  it('survive BPMN 2.0 XML and the text form', () => {
    const document = owned('finance', 'sox, month end');
    const imported = importBpmn(exportBpmn(document));
    expect(imported.ok && ownershipOf(imported.document, 'X')).toEqual(ownershipOf(document, 'X'));
    const text = documentToText(document);
    expect(text).toContain("ownership: { owner: finance, tags: 'sox, month end' }");
    const read = readText(text);
    expect(read.ok && ownershipOf(read.document, 'X')).toEqual(ownershipOf(document, 'X'));
  });

  it('are found, those of the process too', () => {
    const document = applyPatch(
      owned('finance', 'sox'),
      ownershipBpmn.write({ owner: 'finance', tags: [] }, owned('', ''), 'P'),
    );
    expect(findIn(document, 'financ').map(({ id, field }) => `${id} ${field}`)).toEqual([
      'X owner',
      'P owner',
    ]);
    expect(findIn(document, 'sox')).toMatchObject([{ id: 'X', fieldLabel: 'Tags', excerpt: 'sox' }]);
  });

  it('are told in a comparison', () => {
    const told = JSON.stringify(diffDocuments(owned('finance', 'sox'), owned('risk', 'sox, gdpr')));
    for (const words of ['Owner', 'finance', 'risk', 'Tags', 'sox, gdpr']) expect(told).toContain(words);
  });
});
