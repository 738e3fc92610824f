'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { cx } from '@/components/ui/cx';
import { Select } from '@/components/ui/select';
import { Tabs } from '@/components/ui/tabs';
import { schemaProblem } from '@/lib/elements/ai-call/json-schema';
import { FIRST_LINE, Rows } from '../fields/rows';
import { DraftArea, DraftText } from '../fields/text';
import { InferSchema } from './infer-schema';
import { fieldsOf, type SchemaField, withFields } from './schema-fields';

const TYPES = [
  { value: 'string', label: 'text' },
  { value: 'number', label: 'number' },
  { value: 'boolean', label: 'yes or no' },
  { value: 'array', label: 'list' },
  { value: 'object', label: 'object' },
];

/** What the answer must look like, as a list of members or as JSON Schema. */
export function SchemaBuilder({ value, onCommit }: { value: string; onCommit: (text: string) => void }) {
  const fields = fieldsOf(value);
  const problem = value.trim() === '' ? undefined : schemaProblem(value);
  const tree = fields && (
    <Rows<SchemaField>
      rows={fields}
      what="field"
      ordered
      lines
      onChange={(rows) => onCommit(withFields(value, unique(rows)))}
      make={() => ({ name: `field${fields.length + 1}`, type: 'string', required: true, description: '' })}
    >
      {(row, set, i) => (
        <div className="grid grid-cols-[1fr_auto] items-center gap-1">
          <div className={cx('col-span-2 grid grid-cols-[1fr_98px] gap-1', FIRST_LINE)}>
            <DraftText
              label={`Name of field ${i + 1}`}
              hideLabel
              mono
              value={row.name}
              onCommit={(name) => set({ name: name.trim() || row.name })}
            />
            <Select
              label={`Type of field ${i + 1}`}
              hideLabel
              options={TYPES}
              value={row.type}
              onChange={(e) => set({ type: e.target.value as SchemaField['type'] })}
            />
          </div>
          <DraftText
            label={`Description of field ${i + 1}`}
            hideLabel
            placeholder="what it means"
            value={row.description}
            onCommit={(description) => set({ description })}
          />
          <Checkbox
            label="required"
            checked={row.required}
            onChange={(e) => set({ required: e.target.checked })}
          />
        </div>
      )}
    </Rows>
  );
  return (
    <div data-field="outputSchema">
      <InferSchema onCommit={onCommit} />
      <Tabs
        label="Output schema"
        className="-mx-4"
        tabs={[
          {
            value: 'tree',
            label: 'Fields',
            count: fields?.length,
            content: (
              <div className="px-4 pt-2">
                {tree ?? (
                  <p className="text-xs text-muted">
                    This schema is more than a list of fields. Edit it as JSON.
                  </p>
                )}
              </div>
            ),
          },
          {
            value: 'json',
            label: 'JSON',
            content: (
              <div className="px-4 pt-2">
                <DraftArea
                  label="JSON Schema"
                  hideLabel
                  mono
                  error={problem}
                  value={value}
                  onCommit={onCommit}
                />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}

/** Two members of one name would swallow each other. */
function unique(rows: readonly SchemaField[]): SchemaField[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    let name = row.name;
    while (seen.has(name)) name = `${name}2`;
    seen.add(name);
    return { ...row, name };
  });
}
