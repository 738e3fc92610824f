'use client';

import { useId } from 'react';
import { useContent } from '@/components/designer/store/content';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { ElementId } from '@/lib/document';
import { label } from '@/lib/editing';
import { compensableActivities } from '@/lib/triggers/compensation/activities';
import type { EventView } from '@/lib/triggers/view';
import { FeelField } from '../fields/feel-field';
import { DraftText } from '../fields/text';
import { knownCodes } from './known-codes';
import { MessageFields } from './message';
import { TimerFields } from './timer';

interface EventFieldsProps {
  id: ElementId;
  view: EventView;
  /** Whether the event throws: codes may be computed there. */
  sends: boolean;
  set: (change: Partial<EventView>, field?: string) => void;
}

/** The fields of every trigger that an event has. */
export function EventFields(props: EventFieldsProps) {
  const { id, view, sends, set } = props;
  return (
    <div className="flex flex-col gap-2">
      {view.timer && (
        <TimerFields id={id} view={view.timer} onChange={(timer, field) => set({ timer }, field)} />
      )}
      {view.message && (
        <MessageFields
          id={id}
          view={view.message}
          sends={sends}
          onChange={(message, field) => set({ message }, field)}
        />
      )}
      {view.signal && (
        <FeelField
          label="Signal"
          element={id}
          field="signal.name"
          hint="Reaches everybody who waits for it"
          value={view.signal.name}
          onCommit={(name) => set({ signal: { name } }, 'signal')}
        />
      )}
      {view.conditional && (
        <FeelField
          label="Condition"
          mode="expression"
          element={id}
          field="conditional.condition"
          placeholder="amount > 1000"
          value={view.conditional.condition}
          onCommit={(condition) => set({ conditional: { condition } }, 'condition')}
        />
      )}
      <CodeFields {...props} />
      <CompensationFields {...props} />
    </div>
  );
}

/** What errors, escalations and links go by. */
function CodeFields({ id, view, sends, set }: EventFieldsProps) {
  return (
    <>
      {(['error', 'escalation'] as const).map((what) => {
        const part = view[what];
        const title = what === 'error' ? 'Error code' : 'Escalation code';
        if (!part) return null;
        const commit = (code: string) => set({ [what]: { code } }, what);
        return sends ? (
          <FeelField
            key={what}
            label={title}
            element={id}
            field={`${what}.code`}
            value={part.code}
            onCommit={commit}
          />
        ) : (
          <CaughtCode key={what} what={what} title={title} code={part.code} onCommit={commit} />
        );
      })}
      {view.link && (
        <DraftText
          label="Link"
          field="link.name"
          hint="The path goes on at the link of the same name"
          value={view.link.name}
          onCommit={(name) => set({ link: { name } }, 'link')}
        />
      )}
    </>
  );
}

interface CaughtCodeProps {
  what: 'error' | 'escalation';
  title: string;
  code: string;
  onCommit: (code: string) => void;
}

/** What is caught, with the codes that are thrown elsewhere to choose from. */
function CaughtCode({ what, title, code, onCommit }: CaughtCodeProps) {
  const document = useContent();
  const list = useId();
  return (
    <>
      <DraftText
        label={title}
        mono
        field={`${what}.code`}
        placeholder={`every ${what}`}
        list={list}
        value={code}
        onCommit={onCommit}
      />
      <datalist id={list}>
        {knownCodes(document, what).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}

function CompensationFields({ id, view, sends, set }: EventFieldsProps) {
  const document = useContent();
  const { compensation } = view;
  if (!compensation) return null;
  if (!sends) return <p className="text-muted">Leads to the step that undoes this one.</p>;
  const options = compensableActivities(document, id).map((value) => ({
    value,
    label: label(document, value),
  }));
  return (
    <>
      <div data-field="compensation.activity">
        <Select
          label="Undoes"
          options={[{ value: '', label: 'everything done so far' }, ...options]}
          value={compensation.activity}
          onChange={(e) => set({ compensation: { ...compensation, activity: e.target.value } })}
        />
      </div>
      <Switch
        label="Waits until it is undone"
        checked={compensation.wait}
        onCheckedChange={(wait) => set({ compensation: { ...compensation, wait } })}
      />
    </>
  );
}
