import { describe, expect, it } from 'vitest';
import { exportBpmn } from '../export';
import { definitions, read } from '../testing';
import { importBpmn } from './index';

const refusal = (file: string | Uint8Array) => {
  const result = importBpmn(file);
  if (result.ok) throw new Error('The file was read');
  return result;
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe('files that are not BPMN', () => {
  it('says so for an empty file, also one of white space', () => {
    expect(refusal('').code).toBe('empty');
    expect(refusal(bytes('\ufeff \n\t')).code).toBe('empty');
  });

  it('recognises JSON', () => {
    expect(refusal('{"type":"default"}')).toMatchObject({ code: 'not-xml', line: 1 });
    expect(refusal('[]').message).toContain('JSON');
  });

  it('names the root element of other XML, and a DMN file as what it is', () => {
    expect(refusal('<svg xmlns="http://www.w3.org/2000/svg"/>').message).toContain('“svg”');
    const dmn = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>';
    expect(refusal(dmn)).toMatchObject({ code: 'not-bpmn', message: expect.stringContaining('DMN') });
  });

  it('refuses bytes that the declared encoding does not allow', () => {
    const latin1 = new Uint8Array([
      ...bytes('<?xml version="1.0" encoding="UTF-8"?><a>'),
      0xfc,
      ...bytes('</a>'),
    ]);
    expect(refusal(latin1)).toMatchObject({
      code: 'bad-encoding',
      message: expect.stringContaining('UTF-8'),
    });
    expect(refusal(bytes('<?xml version="1.0" encoding="EBCDIC-9"?><a/>')).message).toContain('EBCDIC-9');
  });
});

describe('XML that is not well-formed', () => {
  it.each([
    ['a closing tag that does not match', '<bpmn:process id="P">\n<bpmn:task id="T">\n</bpmn:process>', 6],
    ['an attribute without quotes', '\n<bpmn:process id=P/>', 5],
    ['the same attribute twice', '<bpmn:process id="P" id="Q"/>', 4],
    ['an undeclared entity', '<bpmn:process id="P" name="&nope;"/>', 4],
    ['a bare ampersand', '<bpmn:process id="P" name="A & B"/>', 4],
    ['an undeclared prefix', '\n\n<nope:process id="P"/>', 6],
    ['a forbidden character', '<bpmn:process id="P" name="a&#0;b"/>', 4],
  ])('gives line and column: %s', (_what, content, line) => {
    const result = refusal(definitions(content));
    expect(result).toMatchObject({ code: 'not-well-formed', line });
    expect(result.column).toBeGreaterThan(0);
  });

  it('notices an end in the middle and a second root', () => {
    expect(refusal(definitions('').slice(0, -10)).code).toBe('not-well-formed');
    expect(refusal(`${definitions('')}<second/>`).message).toContain('second root');
  });
});

describe('attacks by XML', () => {
  it('refuses every DOCTYPE: external entities and entity bombs are never read', () => {
    const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<x>&e;</x>';
    const laughs =
      '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<x>&b;</x>';
    expect(refusal(external)).toMatchObject({ code: 'doctype', line: 1 });
    expect(refusal(laughs)).toMatchObject({ code: 'doctype', line: 2 });
  });

  it('refuses more than 2 MB before reading any of it', () => {
    const name = 'x'.repeat(3_000_000);
    const result = refusal(bytes(definitions(`<bpmn:process id="P" name="${name}"/>`)));
    expect(result).toMatchObject({ code: 'too-large', message: expect.stringContaining('3.0 MB') });
  });

  it('refuses nesting 50,000 deep at level 51', () => {
    const deep = '<bpmn:lane>\n'.repeat(50_000) + '</bpmn:lane>'.repeat(50_000);
    expect(refusal(definitions(deep))).toMatchObject({ code: 'too-deep', line: 4 + 49 });
  });

  it('refuses more than 5,000 model elements and more XML than any model needs', () => {
    const tasks = Array.from({ length: 5_000 }, (_, n) => `<bpmn:task id="T${n}"/>`).join('');
    expect(refusal(definitions(`<bpmn:process id="P">${tasks}</bpmn:process>`)).code).toBe(
      'too-many-elements',
    );
    expect(refusal(definitions('<x/>'.repeat(100_001))).code).toBe('too-many-elements');
    const spaces = Array.from({ length: 300 }, (_, n) => `<x xmlns:n${n}="urn:${n}"/>`).join('');
    expect(refusal(definitions(spaces)).message).toContain('200 namespaces');
  });

  it('does not let an id reach the prototype of objects', () => {
    expect(refusal(definitions('<bpmn:process id="__proto__"/>')).code).toBe('bad-id');
    const document = read(definitions('<bpmn:process id="constructor" name="ok"/>'));
    expect(document.elements.constructor).toMatchObject({ type: 'bpmn:Process', attrs: { name: 'ok' } });
    expect(exportBpmn(document)).toContain('id="constructor"');
  });
});

describe('ids and references', () => {
  it('refuses two elements of one id and names it', () => {
    const two = '<bpmn:process id="P">\n<bpmn:task id="A"/>\n<bpmn:endEvent id="A"/></bpmn:process>';
    expect(refusal(definitions(two))).toMatchObject({ code: 'duplicate-id', elementId: 'A', line: 6 });
  });

  it('keeps data declarations that a tool numbered per scope, and says so', () => {
    const xml = definitions(
      '<bpmn:itemDefinition id="I"/><bpmn:itemDefinition id="I" structureRef="String"/>',
    );
    const result = importBpmn(xml);
    expect(result).toMatchObject({ ok: true, notes: [{ code: 'repeated-id', elementId: 'I' }] });
    expect(exportBpmn(read(xml)).match(/id="I"/g)).toHaveLength(2);
  });

  it('keeps a flow to nowhere and reports it by name', () => {
    const flow = '<bpmn:sequenceFlow id="F" name="to nowhere" sourceRef="S" targetRef="Gone"/>';
    const result = importBpmn(
      definitions(`<bpmn:process id="P"><bpmn:startEvent id="S"/>${flow}</bpmn:process>`),
    );
    if (!result.ok) throw new Error(result.message);
    expect(result.notes).toEqual([
      {
        severity: 'error',
        code: 'unresolved-reference',
        message: 'Sequence Flow “to nowhere” points at “Gone” (targetRef), which is not in the model.',
        elementId: 'F',
        field: 'targetRef',
      },
    ]);
    expect(exportBpmn(result.document)).toContain('targetRef="Gone"');
  });
});
