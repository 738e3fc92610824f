'use client';

import { X } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import { IconButton } from '@/components/ui/icon-button';
import type { Problem } from '@/engine/compile/problem';
import type { ElementId, ProcessDocument } from '@/lib/document';
import { kindSpecOf } from '@/lib/elements/catalogue';
import { editedTogether, type SharedField, sharedFields } from '@/lib/elements/many/fields';
import { FoldContext, useFolds } from '../folds';
import { Section } from '../section';
import { SharedFieldControl } from './field-control';
import { SharedTags } from './shared-tags';

export interface ManyPanelProps {
  ids: readonly ElementId[];
  problemsOf?: ((id: ElementId) => readonly Problem[]) | undefined;
  onClose: () => void;
}

/** What several elements have in common: a change of a field changes it in all of them, as one step. */
export function ManyPanel({ ids, problemsOf, onClose }: ManyPanelProps) {
  const document = useEditor((state) => state.history.present);
  const kinds = useMemo(() => kindsOf(document, ids), [document, ids]);
  const { edited, serial } = useEdited(document, ids);
  const fields = useMemo(() => sharedFields(document, edited), [document, edited]);
  const left = ids.length - edited.length;
  const folds = useFolds('many');
  const problems = ids.reduce((sum, id) => sum + (problemsOf?.(id).length ?? 0), 0);
  return (
    <>
      <header className="flex items-start gap-2.5 border-b border-line px-4 pb-2.5 pt-3">
        <div className="min-w-0 grow">
          <h2 className="truncate text-base/5 font-semibold tracking-[-.012em]">
            {ids.length} elements selected
          </h2>
          <p className="mt-0.5 text-xs text-muted">
            {problems === 0 ? 'no' : problems} {problems === 1 ? 'problem' : 'problems'}
          </p>
        </div>
        <IconButton size="sm" label="Close the properties" icon={<X size={15} />} onClick={onClose} />
      </header>
      <div key={serial} className="flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 pb-8 pt-3">
        <FoldContext.Provider value={folds}>
          {kinds.length > 1 && <Kinds kinds={kinds} />}
          <SharedSection
            ids={edited}
            fields={fields.filter(own)}
            title={titleOf(kindsOf(document, edited))}
          />
          <SharedSection ids={edited} fields={fields.filter(ofPart('loop'))} title="Repetition" />
          <SharedSection ids={edited} fields={fields.filter(ofPart('common'))} title="Documentation" />
          <SharedSection ids={edited} fields={fields.filter(ofPart('ownership'))} title="Owner and tags">
            <SharedTags ids={edited} />
          </SharedSection>
        </FoldContext.Provider>
        <p className="text-xs text-muted">
          A change here is made to all {edited.length} and undone as one step.{' '}
          {left > 0 &&
            `${left === 1 ? 'The flow at them stays as it is' : `The ${left} flows at them stay as they are`}. `}
          Names, forms and lists are edited one by one. Arrows move what is selected, Delete removes it.
        </p>
      </div>
    </>
  );
}

const ofPart = (part: SharedField['part']) => (field: SharedField) => field.part === part;
const own = ofPart('own');

/**
 * The same list as long as it names the same elements, so that typing in a field isn’t interrupted, and a number for it:
 * fields of another selection begin anew.
 */
function useEdited(document: ProcessDocument, ids: readonly ElementId[]) {
  const edited = useMemo(() => editedTogether(document, ids), [document, ids]);
  const kept = useRef({ edited, serial: 0 });
  const before = kept.current.edited;
  const same = before.length === edited.length && before.every((id, i) => id === edited[i]);
  if (!same) kept.current = { edited, serial: kept.current.serial + 1 };
  return kept.current;
}

const titleOf = (kinds: readonly KindCount[]): string =>
  kinds.length === 1 ? (kinds[0] as KindCount).label : 'What they share';

interface KindCount {
  label: string;
  ids: ElementId[];
}

/** Which kinds the elements are of, in the order they were selected. */
function kindsOf(document: ProcessDocument, ids: readonly ElementId[]): KindCount[] {
  const kinds = new Map<string, KindCount>();
  for (const id of ids) {
    const { kind, label } = kindSpecOf(document, id);
    const known = kinds.get(kind);
    if (known) known.ids.push(id);
    else kinds.set(kind, { label, ids: [id] });
  }
  return [...kinds.values()];
}

/** How many of each kind are selected; each kind can be kept alone. */
function Kinds({ kinds }: { kinds: readonly KindCount[] }) {
  const editor = useEditorStore();
  return (
    <Section title="Selected" level={3}>
      <ul className="flex flex-wrap gap-1.5">
        {kinds.map(({ label, ids }) => (
          <li key={label}>
            <button
              type="button"
              className="min-h-6 rounded-sm border border-line bg-surface px-2 text-xs hover:border-line-strong"
              aria-label={`Select only these: ${label}, ${ids.length}`}
              onClick={() => editor.getState().select(ids)}
            >
              {label} <span className="text-muted">{ids.length}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface SharedSectionProps {
  ids: readonly ElementId[];
  fields: readonly SharedField[];
  title: string;
  children?: ReactNode;
}

function SharedSection({ ids, fields, title, children }: SharedSectionProps) {
  if (fields.length === 0) return null;
  return (
    <Section title={title} level={3}>
      <div className="flex flex-col gap-2">
        {fields.map((field) => (
          <SharedFieldControl
            key={field.key}
            ids={ids}
            field={field}
            hideLabel={field.key === 'common.documentation'}
          />
        ))}
        {children}
      </div>
    </Section>
  );
}
