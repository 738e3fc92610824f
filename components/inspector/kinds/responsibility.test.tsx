import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { EditorProvider } from '@/components/designer/store/context';
import { createEditorStore } from '@/components/designer/store/editor-store';
import { draw, extensions } from '@/engine/compile/testing/draw';
import { STANDARD } from '@/lib/calendars/calendar';
import { FoldContext } from '../folds';
import { CalendarSelect } from './calendar-field';
import { OwnershipSection } from './ownership';
import { StartersSection } from './starters';

const document = draw(
  {
    S: 'StartEvent',
    X: {
      type: 'Task',
      values: extensions({ $type: 'countersign:Ownership', owner: 'finance', tags: 'sox, month end' }),
    },
  },
  ['S > X'],
  { values: extensions({ $type: 'countersign:Starters', people: 'mia@example.org', groups: 'finance' }) },
);

function drawn(part: ReactNode, folded: readonly string[] = []): string {
  const store = createEditorStore(document);
  return renderToStaticMarkup(
    <EditorProvider store={{ ...store, getInitialState: store.getState }}>
      <FoldContext.Provider value={{ folded: new Set(folded), toggle: () => undefined }}>
        {part}
      </FoldContext.Provider>
    </EditorProvider>,
  );
}

describe('owner and tags', () => {
  it('are folded until somebody unfolds them, and summed up meanwhile', () => {
    const html = drawn(<OwnershipSection id="X" />);
    expect(html).toContain('aria-expanded="false"');
    expect(html).toContain('finance, sox, month end');
    expect(drawn(<OwnershipSection id="X" />, ['Owner and tags'])).toContain('aria-expanded="true"');
  });

  it('are a field, and chips that can be removed', () => {
    const html = drawn(<OwnershipSection id="X" />);
    expect(html).toContain('value="finance"');
    for (const tag of ['sox', 'month end']) expect(html).toContain(`aria-label="Remove the tag ${tag}"`);
    expect(drawn(<OwnershipSection id="S" />)).toContain('none');
  });
});

describe('the calendar of a step', () => {
  const archived = { at: '2026-11-29T12:00:00Z', by: 'Priya', reason: 'The site closed' };
  const select = (value: string) =>
    renderToStaticMarkup(
      <CalendarSelect
        value={value}
        onCommit={() => undefined}
        calendars={[
          { ...STANDARD, calendarId: 'office', revision: 2, archived: null },
          { ...STANDARD, name: 'Old', calendarId: 'old', revision: 1, archived },
        ]}
      />,
    );
  it('is chosen among those that are stored', () => {
    expect(select('office')).toContain('Working time of Office');
    expect(select('office')).toContain('P2D: working days');
  });
  it('is offered as long as it isn’t archived; one that is chosen stays, and says so', () => {
    expect(select('office')).not.toContain('Working time of Old');
    expect(select('old')).toContain('Working time of Old (archived)');
    expect(select('old')).toContain('Priya archived it: The site closed.');
  });
  it('stays to be seen when there is none of that id, and is pointed out', () =>
    expect(select('gone')).toContain('There is no calendar “gone”.'));
});

describe('who may start a process', () => {
  it('is said in two fields', () => {
    const html = drawn(<StartersSection id="P" />);
    expect(html).toContain('only these');
    expect(html).toContain('value="mia@example.org"');
    expect(html).toContain('value="finance"');
  });
});
