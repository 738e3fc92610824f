import { describe, expect, it } from 'vitest';
import { definitions, read } from '@/lib/bpmn/testing';
import { foreignColours, foreignEntries } from './foreign';

const task = (extensions: string, attributes = '') =>
  read(
    definitions(
      `<bpmn:process id="P"><bpmn:serviceTask id="T" ${attributes}><bpmn:extensionElements>${extensions}
       </bpmn:extensionElements></bpmn:serviceTask></bpmn:process>`,
      'xmlns:sig="http://www.signavio.com" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
    ),
  );

describe('what other tools wrote', () => {
  it('is listed by vocabulary, attributes and elements, nested names joined', () => {
    const document = task(
      `<sig:meta key="bg" value="#fff"/><camunda:properties><camunda:property name="a" value="1"/></camunda:properties>
       <sig:note>Look <sig:b>here</sig:b></sig:note>`,
      'camunda:asyncBefore="true"',
    );
    expect(foreignEntries(document, 'T')).toEqual([
      { vocabulary: 'camunda', name: 'asyncBefore', lines: [{ path: '', value: 'true' }] },
      {
        vocabulary: 'sig',
        name: 'meta',
        lines: [
          { path: 'key', value: 'bg' },
          { path: 'value', value: '#fff' },
        ],
      },
      {
        vocabulary: 'camunda',
        name: 'Properties',
        lines: [
          { path: 'values › Property › name', value: 'a' },
          { path: 'values › Property › value', value: '1' },
        ],
      },
      {
        vocabulary: 'sig',
        name: 'note',
        lines: [
          { path: '', value: 'Look' },
          { path: 'b', value: 'here' },
        ],
      },
    ]);
  });

  it('is not what has fields of its own here', () => {
    const document = task('<zeebe:taskDefinition type="x"/><zeebe:properties/>', 'zeebe:modelerTemplate="t"');
    expect(foreignEntries(document, 'T').map(({ name }) => name)).toEqual(['Properties']);
    expect(foreignEntries(document, 'gone')).toEqual([]);
  });

  it('is shortened where it is long', () => {
    const document = task(`<sig:icon data="${'x'.repeat(5000)}"/>`);
    expect(foreignEntries(document, 'T')[0]?.lines[0]?.value).toHaveLength(301);
  });

  it('has no colours where nothing is drawn', () => {
    expect(foreignColours(task(''), 'T')).toBeUndefined();
  });
});
