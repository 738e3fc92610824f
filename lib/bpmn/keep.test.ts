import { describe, expect, it } from 'vitest';
import { extension, get, hash } from '@/lib/document';
import { exportBpmn } from './export';
import { importBpmn } from './import';
import { definitions, read } from './testing';
import { decodeXml } from './xml/decode';

const task = (content: string, attributes = '') =>
  definitions(
    `<bpmn:process id="P"><bpmn:serviceTask id="T" ${attributes}>${content}</bpmn:serviceTask></bpmn:process>`,
  );
const again = (xml: string) => exportBpmn(read(xml));

describe('what a file says is kept', () => {
  it('keeps carriage returns, line feeds and tabs in attributes, and astral characters', () => {
    const name = 'a&#13;&#10;b&#9;c &#128512; &quot;&lt;&amp;';
    const document = read(task('', `name="${name}"`));
    expect(get(document, 'T')?.attrs.name).toBe('a\r\nb\tc 😀 "<&');
    expect(hash(read(exportBpmn(document)))).toBe(hash(document));
  });

  it('keeps text with carriage returns, CDATA and comments in between', () => {
    const text = read(task('<bpmn:documentation>a&#13;<![CDATA[<b>]]><!-- c -->d</bpmn:documentation>'));
    expect(get(text, 'T')?.values.documentation).toEqual([{ $type: 'bpmn:Documentation', text: 'a\r<b>d' }]);
    expect(hash(read(exportBpmn(text)))).toBe(hash(text));
  });

  it('keeps unknown extension elements with their order and mixed text', () => {
    const xml =
      task(`<bpmn:extensionElements><v:note xmlns:v="urn:v" v:a="1" b="2">say <v:b>it</v:b> again</v:note>
      </bpmn:extensionElements>`);
    expect(extension(read(xml), 'T', 'v:note')).toEqual({
      $type: 'v:note',
      'v:a': '1',
      b: '2',
      $children: ['say ', { $type: 'v:b', $body: 'it' }, ' again'],
    });
    expect(again(xml)).toContain('<v:note b="2" v:a="1">say <v:b>it</v:b> again</v:note>');
  });

  it('reads the extensions it knows by their types', () => {
    const xml = task(`<bpmn:extensionElements>
      <zeebe:taskDefinition type="pay" retries="5"/>
      <zeebe:ioMapping><zeebe:input source="=a" target="b"/></zeebe:ioMapping>
      <countersign:aiCall xmlns:countersign="urn:countersign:bpmn:1" model="m" threshold="0.9">
        <countersign:userPrompt>Read {{file}}</countersign:userPrompt></countersign:aiCall>
      </bpmn:extensionElements>`);
    const document = read(xml);
    expect(extension(document, 'T', 'zeebe:TaskDefinition')).toEqual({
      $type: 'zeebe:TaskDefinition',
      type: 'pay',
      retries: '5',
    });
    expect(extension(document, 'T', 'zeebe:IoMapping')?.inputParameters).toEqual([
      { $type: 'zeebe:Input', source: '=a', target: 'b' },
    ]);
    expect(extension(document, 'T', 'countersign:AiCall')).toMatchObject({
      threshold: 0.9,
      userPrompt: 'Read {{file}}',
    });
  });

  it('keeps elements and text that the standard has no place for, with a note', () => {
    const result = importBpmn(task('stray <bpmn:nonsense a="1"><x/></bpmn:nonsense>'));
    if (!result.ok) throw new Error(result.message);
    expect(result.notes.map((note) => note.code)).toEqual(['unknown-element', 'stray-text']);
    expect(exportBpmn(result.document)).toContain('<bpmn:nonsense a="1">');
    expect(exportBpmn(result.document)).toContain('stray');
  });

  it('keeps assignments by formal expression with resources that are not in the file', () => {
    const xml = task(`<bpmn:potentialOwner id="O"><bpmn:resourceRef>tns:Gone</bpmn:resourceRef>
      <bpmn:resourceAssignmentExpression><bpmn:formalExpression>user(kermit)</bpmn:formalExpression>
      </bpmn:resourceAssignmentExpression></bpmn:potentialOwner>`);
    const exported = again(xml);
    expect(exported).toContain('<bpmn:formalExpression>user(kermit)</bpmn:formalExpression>');
    expect(exported).toContain('<bpmn:resourceRef>tns:Gone</bpmn:resourceRef>');
  });

  it('resolves references written as qualified names and writes them as they were', () => {
    const xml = definitions(`<bpmn:message id="M"/><bpmn:process id="P">
      <bpmn:receiveTask id="R" messageRef="tns:M"/></bpmn:process>`);
    const document = read(xml);
    expect(get(document, 'R')?.refs.messageRef).toBe('M');
    expect(exportBpmn(document)).toContain('messageRef="tns:M"');
  });

  it('keeps the file’s prefixes, also none at all, and lifts nested declarations', () => {
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="t">
      <process id="P"><extensionElements><Info xmlns="http://vendor"><Line n="1"/></Info></extensionElements>
      <sequenceFlow id="F"><conditionExpression xsi:type="tFormalExpression"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">=a</conditionExpression></sequenceFlow>
      </process></definitions>`;
    const exported = again(xml);
    expect(exported).toContain('<process id="P">');
    expect(exported).toContain('<ns:Info>');
    expect(exported).toContain('<conditionExpression xsi:type="tFormalExpression">=a</conditionExpression>');
    expect(hash(read(exported))).toBe(hash(read(xml)));
  });

  it('reads a vendor’s prefix for another namespace as what it is', () => {
    const xml = task('<bpmn:extensionElements><countersign:x/></bpmn:extensionElements>').replace(
      'xmlns:tns=',
      'xmlns:countersign="urn:somebody-else" xmlns:tns=',
    );
    expect(extension(read(xml), 'T', 'countersign_1:x')).toBeDefined();
    expect(again(xml)).toContain('<countersign:x/>');
  });

  it('declares a vocabulary that the file lacked', () => {
    const document = structuredClone(read(definitions('<bpmn:process id="P"/>')));
    const process = document.elements.P;
    if (!process) throw new Error('no process');
    process.values.extensionElements = {
      $type: 'bpmn:ExtensionElements',
      values: [{ $type: 'countersign:Form', body: '{}' }],
    };
    const exported = exportBpmn(document);
    expect(exported).toContain('xmlns:countersign="urn:countersign:bpmn:1"');
    expect(exported).toContain('<countersign:form>{}</countersign:form>');
  });
});

describe('encodings', () => {
  const file = (encoding: string, name: number[]) => {
    const [head = '', tail = ''] = task('', 'name="@"').replace('UTF-8', encoding).split('@');
    const encode = (text: string) => [...new TextEncoder().encode(text)];
    return new Uint8Array([...encode(head), ...name, ...encode(tail)]);
  };

  it.each([
    ['ISO-8859-1', [0xfc], 'ü'],
    ['WINDOWS-1252', [0x80], '€'],
    ['UTF-8', [0xe2, 0x82, 0xac], '€'],
  ])('reads %s', (encoding, name, expected) => {
    expect(get(read(file(encoding, name)), 'T')?.attrs.name).toBe(expected);
  });

  it('believes a byte order mark more than the declaration', () => {
    const utf8 = file('ISO-8859-1', [0xc3, 0xbc]);
    expect(decodeXml(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toContain('name="ü"');
    const utf16 = Uint8Array.from([...'<a/>'].flatMap((char) => [char.charCodeAt(0), 0]));
    expect(decodeXml(new Uint8Array([0xff, 0xfe, ...utf16]))).toBe('<a/>');
  });
});
