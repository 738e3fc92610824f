import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportBpmn } from '@/lib/bpmn/export';
import { importBpmn } from '@/lib/bpmn/import';
import {
  boundsOf,
  extension,
  get,
  hash,
  newDocument,
  type ProcessDocument,
  waypointsOf,
} from '@/lib/document';
import { checkDocument } from '@/lib/processes/check';
import { documentToText, readDrawnText, readText } from './index';
import { inWords } from './write/document';

const INVOICE = `process: invoice
name: Invoice approval
isExecutable: true
steps:
  - startEvent: received
    name: Invoice received
    next: read
  - serviceTask: read
    name: Read the invoice
    aiCall:
      retries: 2
      resultVariable: reading
      userPrompt: |
        Read {{invoice}} and give the amount.
      outputSchema: '{"type":"object","properties":{"amount":{"type":"number"}},"required":["amount"]}'
      fallbacks:
        - { provider: mistral-eu, model: mistral-large }
        - { provider: simulated }
    next: large
  - exclusiveGateway: large
    name: More than 1000?
    next:
      - { to: approve, name: Yes, conditionExpression: =reading.amount > 1000 }
      - { to: paid, default: true }
  - userTask: approve
    name: Approve the invoice
    approval:
      outcomes:
        - { id: approved, label: Approve }
        - { id: rejected, label: Reject, commentRequired: true }
    zeebe:assignmentDefinition: { candidateGroups: finance }
    next: paid
  - endEvent: paid
    name: Done
`;

async function drawn(text: string): Promise<ProcessDocument> {
  const result = await readDrawnText(text);
  if (!result.ok) throw new Error(`${result.message} (${result.line}:${result.column})`);
  return result.document;
}

describe('a model written by hand', () => {
  it('becomes a model that can be published, laid out', async () => {
    const document = await drawn(INVOICE);
    expect(checkDocument(document).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(extension(document, 'read', 'countersign:AiCall')).toMatchObject({
      userPrompt: 'Read {{invoice}} and give the amount.\n',
      retries: 2,
    });
    expect(get(document, 'large')?.refs).toEqual({
      default: 'Flow_large_paid',
      incoming: ['Flow_read_large'],
      outgoing: ['Flow_large_approve', 'Flow_large_paid'],
    });
    expect(get(document, 'paid')?.refs.incoming).toEqual(['Flow_large_paid', 'Flow_approve_paid']);
    const [start, end] = [boundsOf(document, 'received'), boundsOf(document, 'paid')];
    expect(start && end && start.x < end.x).toBe(true);
  });

  it('says the same after a round through the document and through XML', async () => {
    const document = await drawn(INVOICE);
    const text = documentToText(document);
    expect(hash(await drawn(text))).toBe(hash(document));
    expect(documentToText(await drawn(text))).toBe(text);
    const xml = importBpmn(exportBpmn(document));
    expect(xml.ok && hash(xml.document)).toBe(hash(document));
  });

  it('is written again as it was', async () => {
    const text = documentToText(await drawn(INVOICE));
    expect(text.slice(0, text.indexOf('diagrams:'))).toBe(`countersign: 1\n${INVOICE}`);
  });

  it('gives ids to steps that have none and others follow', () => {
    const result = readText('process: p\nsteps:\n  - startEvent:\n    next: end\n  - endEvent: end\n');
    expect(result.ok && get(result.document, 'Flow_StartEvent_1_end')?.refs.sourceRef).toBe('StartEvent_1');
  });

  it('keeps text as it is written where text is meant, whatever YAML makes of it', () => {
    const result = readText(
      'process: p\nname: 1.0\nsteps:\n  - task: t\n    name: yes\n    camunda:priority: 010\n',
    );
    if (!result.ok) throw new Error(result.message);
    expect(get(result.document, 'p')?.attrs.name).toBe('1.0');
    expect(get(result.document, 't')?.attrs).toEqual({ name: 'yes', 'camunda:priority': '010' });
  });
});

describe('a text that was changed by hand', () => {
  const insert = (text: string, before: string, lines: string) => text.replace(before, `${lines}${before}`);

  it('draws the new steps and leaves all others where they are', async () => {
    const before = await drawn(INVOICE);
    const text = insert(
      documentToText(before).replace('    zeebe:assignmentDefinition: { candidateGroups: finance }\n', ''),
      '  - endEvent: paid\n',
      '  - task: file\n    name: File it\n    next: paid\n',
    ).replace(/next: paid\n {2}- task: file/, 'next: file\n  - task: file');
    const after = await drawn(text);
    for (const id of ['received', 'read', 'large', 'approve', 'paid'])
      expect(boundsOf(after, id)).toEqual(boundsOf(before, id));
    const [approve, file] = [boundsOf(after, 'approve'), boundsOf(after, 'file')];
    expect(file && approve && file.x > approve.x).toBe(true);
    expect(waypointsOf(after, 'Flow_approve_file').length).toBeGreaterThan(1);
  });

  it('takes the order of elements it was given, and puts new ones beside their neighbours', () => {
    const text =
      'process: p\nsteps:\n  - task: a\n    next: b\n  - task: b\n  - task: c\norder: [b a Flow_a_b]\n';
    const result = readText(text);
    expect(result.ok && get(result.document, 'p')?.children.flowElements).toEqual([
      'b',
      'c',
      'a',
      'Flow_a_b',
    ]);
  });
});

describe('a text that can’t be read', () => {
  const cases: [name: string, text: string, line: number, column: number, words: string][] = [
    ['not YAML', 'process: [a', 1, 12, 'not YAML'],
    ['a key twice', 'process: p\nname: a\nname: b\n', 3, 1, 'written twice'],
    ['no process', 'steps: []\n', 1, 1, 'process: id'],
    ['a misspelt key', 'proces: p\n', 1, 1, '“process” instead of “proces”'],
    ['an unknown element', 'process: p\nsteps:\n  - usertask: a\n', 3, 5, 'Did you mean “userTask”'],
    ['an unknown field', 'process: p\nsteps:\n  - task: a\n    nmae: x\n', 4, 5, 'Did you mean “name”'],
    ['an element in the wrong place', 'process: p\nsteps:\n  - message: m\n', 3, 5, "can't stand here"],
    ['an id twice', 'process: p\nsteps:\n  - task: a\n  - task: a\n', 4, 5, 'in line 3'],
    [
      'two flows of one id',
      'process: p\nsteps:\n  - task: a\n    next: [b, b]\n  - task: b\n',
      4,
      15,
      'is used',
    ],
    ['a list of steps that is none', 'process: p\nsteps:\n  task: a\n', 2, 1, 'is a list'],
    ['a flow without target', 'process: p\nsteps:\n  - task: a\n    next: { name: x }\n', 4, 11, 'to: id'],
    ['a field without value', 'process: p\nname:\n', 2, 1, 'no value'],
    ['yes for true', 'process: p\nisExecutable: yes\n', 2, 15, 'true'],
    ['an alias', 'process: &a p\nname: *a\n', 2, 7, 'not read'],
    ['a tag', 'process: !thing p\n', 1, 10, 'not YAML'],
    ['another format', 'countersign: 2\nprocess: p\n', 1, 14, 'format 2'],
    [
      'bounds that are none',
      'process: p\ndiagrams:\n  - bpmndi:BPMNDiagram: d\n    plane:\n      bpmndi:BPMNPlane: q\n      draws: { p: 1 2 3 }\n',
      6,
      19,
      '4 numbers',
    ],
    ['a prototype', 'process: p\nsteps:\n  - task: __proto__\n', 3, 5, "can't be an id"],
  ];
  for (const [name, text, line, column, words] of cases) {
    it(`${name}: says where and what to do`, () => {
      const result = readText(text);
      expect(result).toMatchObject({ ok: false, line, column });
      expect(!result.ok && result.message).toContain(words);
    });
  }

  it('an empty file and one of more than two megabytes', () => {
    expect(readText('')).toMatchObject({ ok: false, code: 'empty' });
    expect(readText(`process: p\nname: ${'x'.repeat(2_000_001)}`)).toMatchObject({
      ok: false,
      code: 'too-large',
    });
  });

  it('tells of flows that lead nowhere, with their place', () => {
    const result = readText('process: p\nsteps:\n  - task: a\n    next: gone\n');
    expect(result).toMatchObject({
      ok: true,
      notes: [{ code: 'unresolved-reference', elementId: 'Flow_a_gone' }],
    });
    expect(result.ok && result.places.get('Flow_a_gone')).toEqual({ line: 4, column: 11 });
  });
});

describe('a text that wants to keep the server busy', () => {
  it('is refused when it is nested without end', () => {
    expect(readText(`process: ${'['.repeat(200_000)}`).ok).toBe(false);
    expect(readText(`process: p\nsteps:\n${'- '.repeat(100_000)}a`).ok).toBe(false);
  });

  it('is read in linear time', () => {
    const keys = Array.from({ length: 60_000 }, (_, n) => `  k${n}: 1`).join('\n');
    const started = performance.now();
    const result = readText(`process: p\notherAttributes:\n${keys}\n`);
    expect(result.ok && Object.keys(get(result.document, 'p')?.attrs ?? {}).length).toBe(60_000);
    // Each key compared with each would take minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('what the text form has no words for', () => {
  it('is written word for word', () => {
    const document = newDocument({ name: 'N', processId: 'P' });
    const process = get(document, 'P');
    if (!process) throw new Error('no process');
    const odd = {
      ...document,
      elements: { ...document.elements, P: { ...process, refs: { invented: 'x' } } },
    };
    const text = documentToText(odd);
    expect(text).toMatch(/^document:/m);
    const back = readText(text);
    expect(back.ok && hash(back.document)).toBe(hash(odd));
  });
});

describe('any text of a person', () => {
  const words = fc.oneof(
    fc.constantFrom(
      '~',
      'null',
      'yes',
      '1.0',
      '0x1f',
      '- a',
      'a: b',
      '# a',
      '"',
      "'",
      '{a',
      '[',
      '&a',
      '*a',
      '!a',
      '|',
      '>',
      '%',
      '@a',
      '...',
      '---',
      '<<',
      '',
    ),
    fc.constantFrom(
      'a\nb',
      'a\n',
      '\na',
      ' a',
      'a ',
      'a \nb',
      'a\r\nb',
      'a\tb',
      '\u0085',
      '\u2028',
      '\ufeff',
      '😀\n1',
      'a\n\n\nb\n',
      '\n',
      '  \n b',
    ),
    fc.string({ unit: 'grapheme' }),
  );
  const text = fc.array(words, { maxLength: 4 }).map((parts) => parts.join(''));

  const runs = process.env.COUNTERSIGN_DEEP ? 5_000 : 500;
  it('is the same after a round, wherever it stands', { timeout: runs * 60 }, () => {
    const property = fc.property(text, text, text, (name, documentation, script) => {
      const base = newDocument({ name, processId: 'P' });
      const [start] = get(base, 'P')?.children.flowElements ?? [];
      const element = get(base, start);
      if (!element) throw new Error('no start event');
      const document: ProcessDocument = {
        ...base,
        elements: {
          ...base.elements,
          [element.id]: {
            ...element,
            attrs: { name: script, 'camunda:note': name },
            values: {
              documentation: [{ $type: 'bpmn:Documentation', text: documentation }],
              extensionElements: {
                $type: 'bpmn:ExtensionElements',
                values: [
                  { $type: 'countersign:Form', body: script },
                  { $type: 'x:y', $children: [name, { $type: 'x:z', $body: script }] },
                ],
              },
            },
          },
        },
      };
      const back = readText(inWords(document) ?? '');
      expect(back.ok && hash(back.document)).toBe(hash(document));
    });
    fc.assert(property, { numRuns: runs });
  });
});
