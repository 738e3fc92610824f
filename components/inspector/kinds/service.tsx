'use client';

import { useEditor } from '@/components/designer/store/context';
import { Select } from '@/components/ui/select';
import { type ElementId, get } from '@/lib/document';
import { httpCallBpmn, METHODS } from '@/lib/elements/http-call/bpmn';
import { scriptTaskBpmn } from '@/lib/elements/script-task/bpmn';
import { serviceTaskBpmn } from '@/lib/elements/service-task/bpmn';
import { FeelField } from '../fields/feel-field';
import { Rows } from '../fields/rows';
import { DraftArea, DraftNumber, DraftText } from '../fields/text';
import { Section } from '../section';
import { useElement } from '../use-element';
import { MessageTaskSection } from './message';

/** An HTTP request: address, headers, body, secret. */
export function HttpSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, httpCallBpmn);
  return (
    <Section title="Request" number={1} level={3}>
      <div className="flex flex-col gap-2">
        <Select
          label="Method"
          options={METHODS.map((value) => ({ value, label: value }))}
          value={view.method}
          onChange={(e) => set({ method: METHODS.find((each) => each === e.target.value) ?? 'GET' })}
        />
        <FeelField
          label="Address"
          element={id}
          field="url"
          placeholder="https://…"
          value={view.url}
          onCommit={(url) => set({ url }, 'url')}
        />
        <DraftText
          label="Secret"
          mono
          field="secret"
          placeholder="none"
          hint="Name of a stored secret; it is sent as a bearer token"
          value={view.secret}
          onCommit={(secret) => set({ secret }, 'secret')}
        />
        <Rows
          rows={view.headers}
          what="header"
          field="headers"
          onChange={(headers) => set({ headers }, 'headers')}
          make={() => ({ name: '', value: '' })}
        >
          {(row, change, i) => (
            <div className="grid grid-cols-2 gap-1">
              <DraftText
                label={`Name of header ${i + 1}`}
                hideLabel
                mono
                placeholder="Accept"
                value={row.name}
                onCommit={(name) => change({ name })}
              />
              <DraftText
                label={`Value of header ${i + 1}`}
                hideLabel
                mono
                value={row.value}
                onCommit={(value) => change({ value })}
              />
            </div>
          )}
        </Rows>
        <FeelField
          label="Body"
          element={id}
          field="body"
          rows={3}
          value={view.body}
          onCommit={(body) => set({ body }, 'body')}
        />
        <div className="grid grid-cols-2 gap-2">
          <DraftText
            label="Result variable"
            mono
            field="resultVariable"
            value={view.resultVariable}
            onCommit={(resultVariable) => set({ resultVariable }, 'resultVariable')}
          />
          <DraftText
            label="Timeout"
            mono
            field="timeout"
            value={view.timeout}
            onCommit={(timeout) => set({ timeout }, 'timeout')}
          />
          <DraftNumber
            label="Retries"
            field="retries"
            min={0}
            max={100}
            value={view.retries}
            onCommit={(retries) => set({ retries: retries ?? 3 }, 'retries')}
          />
        </div>
      </div>
    </Section>
  );
}

/** Work that somebody outside takes over the API. */
export function ServiceSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, serviceTaskBpmn);
  const sends = useEditor((state) => get(state.history.present, id)?.type === 'bpmn:SendTask');
  return (
    <Section title="Work" number={1} level={3}>
      {sends && (
        <p className="text-xs text-muted">
          Somebody else sends the message. Leave the type empty and name the message below to send it from
          here.
        </p>
      )}
      <div className="flex flex-col gap-2">
        <FeelField
          label="Type"
          element={id}
          field="type"
          placeholder={id}
          hint="Workers ask for this type. Empty: the element’s id."
          value={view.type}
          onCommit={(type) => set({ type }, 'type')}
        />
        <DraftNumber
          label="Retries"
          field="retries"
          min={0}
          max={100}
          value={view.retries}
          onCommit={(retries) => set({ retries: retries ?? 3 }, 'retries')}
        />
        <Rows
          rows={view.headers}
          what="header"
          field="headers"
          onChange={(headers) => set({ headers }, 'headers')}
          make={() => ({ key: '', value: '' })}
        >
          {(row, change, i) => (
            <div className="grid grid-cols-2 gap-1">
              <DraftText
                label={`Key of header ${i + 1}`}
                hideLabel
                mono
                value={row.key}
                onCommit={(key) => change({ key })}
              />
              <DraftText
                label={`Value of header ${i + 1}`}
                hideLabel
                mono
                value={row.value}
                onCommit={(value) => change({ value })}
              />
            </div>
          )}
        </Rows>
      </div>
      {sends && <MessageTaskSection id={id} />}
    </Section>
  );
}

/** A FEEL script and the variable it sets. */
export function ScriptSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, scriptTaskBpmn);
  const feel = /feel/i.test(view.language);
  return (
    <Section title="Script" number={1} level={3} meta={feel ? 'FEEL' : view.language}>
      <div className="flex flex-col gap-2">
        {feel ? (
          <FeelField
            label="Expression"
            mode="expression"
            element={id}
            field="script"
            rows={4}
            value={view.script}
            onCommit={(script) => set({ script }, 'script')}
          />
        ) : (
          <DraftArea
            label="Script"
            mono
            field="script"
            hint="This language is kept but can’t run here; write FEEL instead."
            value={view.script}
            onCommit={(script) => set({ script }, 'script')}
          />
        )}
        <DraftText
          label="Result variable"
          mono
          field="resultVariable"
          value={view.resultVariable}
          onCommit={(resultVariable) => set({ resultVariable }, 'resultVariable')}
        />
      </div>
    </Section>
  );
}
