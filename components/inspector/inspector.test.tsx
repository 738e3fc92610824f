import { readdirSync, readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnalysisProvider } from '@/components/designer/analysis/context';
import { EditorProvider } from '@/components/designer/store/context';
import { createEditorStore } from '@/components/designer/store/editor-store';
import { importBpmn } from '@/lib/bpmn';
import type { ProcessDocument } from '@/lib/document';
import { planes, shapeOf } from '@/lib/document';
import { approvalStep, model, sequence } from '@/lib/testing/models';
import { Inspector } from './inspector';

function documentOf(xml: string): ProcessDocument {
  const imported = importBpmn(xml);
  if (!imported.ok) throw new Error(imported.message);
  return imported.document;
}

/** The panel of an element as the server would draw it: parts that come later are empty. */
function panelOf(document: ProcessDocument, ...ids: string[]): string {
  const store = createEditorStore(document);
  store.setState({ selection: ids });
  const now = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <EditorProvider store={now}>
      <AnalysisProvider>
        <Inspector onClose={() => undefined} />
      </AnalysisProvider>
    </EditorProvider>,
  );
}

describe('the panel', () => {
  it('of an approval by several sums it up, with its reminders and who is asked', () => {
    const xml = model(sequence([approvalStep('Board', 'finance')])).replace(
      'resultVariable="decision"',
      'resultVariable="decision" quorum="2" quorumOf="3" rejection="first"',
    );
    const html = panelOf(documentOf(xml), 'Board');
    expect(html).toContain(
      '2 of 3 in finance must agree; the person who started it cannot; one who turns it down decides at once.',
    );
    for (const label of ['Decided by', 'Of how many', 'Turned down', 'Reminders', 'Groups', 'Priority'])
      expect(html).toContain(`>${label}<`);
  });

  it('of several of one kind has their fields, and says where they differ', () => {
    const document = documentOf(
      model(sequence([approvalStep('Board', 'finance'), approvalStep('Chair', 'heads')])),
    );
    const html = panelOf(document, 'Board', 'Chair');
    expect(html).toContain('2 elements selected');
    expect(html).toContain('placeholder="Mixed"');
    expect(html).toContain('Now: finance, heads');
    for (const label of ['Person', 'Due', 'Decided by', 'Done', 'Owner', 'Tags'])
      expect(html).toContain(`>${label}<`);
    expect(html).not.toContain('>Name<');
    expect(html).not.toContain('Select only these');
  });

  it('of several kinds counts them, and has only what they share', () => {
    const document = documentOf(model(sequence([approvalStep('Board', 'finance')])));
    const start = Object.values(document.elements).find(({ type }) => type === 'bpmn:StartEvent');
    const html = panelOf(document, 'Board', start?.id ?? '');
    expect(html).toContain('aria-label="Select only these: Approval, 1"');
    expect(html).toContain('>Documentation<');
    for (const label of ['Person', 'Done']) expect(html).not.toContain(`>${label}<`);
  });

  const library = new URL('../../lib/templates/library/', import.meta.url);
  it.each(readdirSync(library))('of every element of the template %s can be drawn', (template) => {
    const document = documentOf(readFileSync(new URL(`${template}/process.bpmn`, library), 'utf8'));
    const drawn = Object.values(document.elements).filter(
      ({ id, type }) => type.startsWith('bpmn:') && shapeOf(document, id),
    );
    expect(planes(document).length).toBeGreaterThan(0);
    expect(drawn.length).toBeGreaterThan(4);
    for (const { id } of drawn)
      expect(panelOf(document, id)).toContain(`<code class="truncate">${id}</code>`);
  });
});
