import { describe, expect, it } from 'vitest';
import { type Drawn, draw, extensions } from '@/engine/compile/testing/draw';
import { verifyRule } from '@/engine/compile/testing/verify-rule';
import { exportBpmn, importBpmn } from '@/lib/bpmn';
import { diffDocuments } from '@/lib/diff';
import type { ProcessDocument } from '@/lib/document';
import { documentToText, readText } from '@/lib/text';
import { applyPatch } from '../patch';
import { processBpmn } from './bpmn';
import { startersOf } from './starters';
import { starters } from './starters-rule';

const PLAIN: Drawn = 'StartEvent';
const narrowed = (people: string, groups: string, start: Drawn = PLAIN, isExecutable = true) =>
  draw({ S: start, E: 'EndEvent' }, ['S > E'], {
    attrs: { isExecutable },
    values: extensions({ $type: 'countersign:Starters', people, groups }),
  });
const on = (...events: string[]): Drawn => ({ type: 'StartEvent', events });
const vendor = (attrs: Record<string, string>) =>
  draw({ S: PLAIN, E: 'EndEvent' }, ['S > E'], { attrs: { isExecutable: true, ...attrs } });

verifyRule(starters, {
  valid: {
    'nobody named': draw({ S: on('Timer'), E: 'EndEvent' }, ['S > E']),
    'a group and a plain start': narrowed('', 'finance'),
    'a plain start beside a timer': draw({ S: PLAIN, T: on('Timer'), E: 'EndEvent' }, ['S > E', 'T > E'], {
      values: extensions({ $type: 'countersign:Starters', people: 'mia' }),
    }),
    'a condition, which somebody asks': narrowed('mia', '', on('Conditional')),
  },
  invalid: {
    'an expression for people': [narrowed('=requester', ''), ['P'], /can be computed before it starts/],
    'an expression of Camunda 7': [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of Camunda 7
      vendor({ 'camunda:candidateStarterGroups': '${groups}' }),
      ['P'],
      /is an expression/,
    ],
    'only a timer': [narrowed('', 'finance', on('Timer')), ['P'], /no person starts it/],
    'a message or a signal': [narrowed('mia', '', on('Message', 'Signal')), ['P'], /no person starts it/],
  },
});

describe('who may start a process', () => {
  it.each([
    ['', '', null],
    [' , ', '', null],
    ['mia@example.org, Jonas Weber', '', { people: ['mia@example.org', 'Jonas Weber'], groups: [] }],
    ['', 'finance,managers', { people: [], groups: ['finance', 'managers'] }],
  ])('“%s” and “%s” are read', (people, groups, expected) =>
    expect(startersOf(narrowed(people, groups), 'P')).toEqual(expected),
  );

  it('is read in the words of Camunda 7 and Flowable', () => {
    const document = vendor({
      'camunda:candidateStarterGroups': 'accounting',
      'flowable:candidateStarterUsers': 'kermit',
    });
    expect(startersOf(document, 'P')).toEqual({ people: ['kermit'], groups: ['accounting'] });
  });

  it('is no longer theirs once it was changed here, even to everybody', () => {
    const before = vendor({
      'camunda:candidateStarterGroups': 'accounting',
      'camunda:historyTimeToLive': '7',
    });
    const view = { starterPeople: '', starterGroups: '' };
    const after = applyPatch(before, processBpmn.write(view, before, 'P'));
    expect(startersOf(after, 'P')).toBeNull();
    expect(after.elements.P?.attrs).toEqual({ isExecutable: true, 'camunda:historyTimeToLive': '7' });
  });

  it('leaves the document alone where nothing changes', () => {
    const before = vendor({ 'camunda:candidateStarterGroups': 'accounting' });
    expect(processBpmn.write(processBpmn.read(before, 'P'), before, 'P')).toEqual({});
  });

  it('survives BPMN 2.0 XML and the text form', () => {
    const document = narrowed('mia', 'finance');
    const xml = exportBpmn(document);
    expect(xml).toContain('<countersign:starters people="mia" groups="finance"/>');
    const imported = importBpmn(xml);
    expect(imported.ok && startersOf(imported.document, 'P')).toEqual(startersOf(document, 'P'));
    const text = documentToText(document);
    expect(text).toContain('\nstarters: { people: mia, groups: finance }');
    const read = readText(text);
    expect(read.ok && startersOf(read.document, 'P')).toEqual(startersOf(document, 'P'));
  });

  it('is told in a comparison', () => {
    const differs = (after: ProcessDocument) => JSON.stringify(diffDocuments(narrowed('', 'finance'), after));
    expect(differs(narrowed('', 'managers'))).toContain('Groups that may start it');
  });
});
