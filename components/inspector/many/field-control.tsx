'use client';

import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import type { ElementId } from '@/lib/document';
import type { SharedField } from '@/lib/elements/many/fields';
import { inWords } from '@/lib/elements/many/words';
import { FeelField } from '../fields/feel-field';
import { DraftArea, DraftNumber, DraftText } from '../fields/text';
import { mixedHint, numberToSet, textToSet } from './mixed';
import { STORED } from './stored-choice';
import { useSharedField } from './use-shared-field';

interface ControlProps {
  ids: readonly ElementId[];
  field: SharedField;
  hideLabel?: boolean;
}

/** One field of several elements: its value, or that it is mixed, and the way to change it in all of them. */
export function SharedFieldControl(props: ControlProps) {
  const Stored = STORED[props.field.key];
  if (Stored) return <Stored {...props} />;
  switch (props.field.shape.as) {
    case 'flag':
      return <FlagControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'number':
      return <NumberControl {...props} />;
    default:
      return <TextControl {...props} />;
  }
}

/** Where they differ the box is half ticked; a click ticks it for all. */
function FlagControl({ ids, field }: ControlProps) {
  const set = useSharedField(ids, field);
  return (
    <div data-field={field.key} data-mixed={field.mixed || undefined}>
      <Checkbox
        label={field.words.label}
        hint={field.mixed ? 'Mixed' : field.words.hint}
        checked={field.value === true}
        indeterminate={field.mixed}
        onChange={(event) => set(event.target.checked)}
      />
    </div>
  );
}

function ChoiceControl({ ids, field }: ControlProps) {
  const set = useSharedField(ids, field);
  const { shape, words, mixed } = field;
  if (shape.as !== 'choice') return null;
  return (
    <div data-field={field.key} data-mixed={mixed || undefined}>
      <Select
        label={words.label}
        {...(mixed ? { placeholder: 'Mixed' } : {})}
        hint={words.hint}
        options={shape.values.map((value) => ({ value, label: words.values?.[value] ?? choiceWords(value) }))}
        value={mixed ? '' : String(field.value)}
        onChange={(event) => event.target.value !== '' && set(event.target.value)}
      />
    </div>
  );
}

/** A value that is a name of its own, such as `POST`, stays as it is. */
const choiceWords = (value: string): string => (/[a-z]/.test(value) ? inWords(value) : value);

function NumberControl({ ids, field }: ControlProps) {
  const set = useSharedField(ids, field);
  const { shape, words, mixed } = field;
  if (shape.as !== 'number') return null;
  return (
    <Mixable field={field} onClear={shape.mayBeEmpty ? () => set(shape.empty) : undefined}>
      <DraftNumber
        label={words.label}
        value={typeof field.value === 'number' ? field.value : undefined}
        {...(mixed ? { placeholder: 'Mixed' } : {})}
        hint={mixed ? mixedHint(field) : words.hint}
        step={shape.whole ? 1 : 0.01}
        {...(shape.min === undefined ? {} : { min: shape.min })}
        {...(shape.max === undefined ? {} : { max: shape.max })}
        onCommit={(typed) => {
          const next = numberToSet(field, shape, typed);
          if (next) set(next.value);
        }}
      />
    </Mixable>
  );
}

function TextControl({ ids, field, hideLabel = false }: ControlProps) {
  const set = useSharedField(ids, field);
  const { words, mixed } = field;
  const shared = {
    label: words.label,
    hideLabel,
    value: typeof field.value === 'string' ? field.value : '',
    hint: mixed ? mixedHint(field) : words.hint,
    ...(mixed ? { placeholder: 'Mixed' } : {}),
    onCommit: (typed: string) => {
      const next = textToSet(field, typed);
      if (next) set(next.value);
    },
  };
  return (
    <Mixable field={field} onClear={() => set('')}>
      <Written {...shared} ids={ids} writing={words.writing} />
    </Mixable>
  );
}

type WrittenProps = Parameters<typeof DraftText>[0] & {
  ids: readonly ElementId[];
  writing: SharedField['words']['writing'];
};

/** The variables that are suggested are those of the first element; each is checked by its own among the problems. */
function Written({ ids, writing = 'line', ...text }: WrittenProps) {
  if (writing === 'lines') return <DraftArea {...text} />;
  if (writing === 'line') return <DraftText mono {...text} />;
  const { label, value, onCommit, hint, placeholder } = text;
  return (
    <FeelField
      {...{ label, value, onCommit, hint }}
      {...(placeholder === undefined ? {} : { placeholder })}
      mode={writing}
      element={ids[0] ?? ''}
    />
  );
}

interface MixableProps {
  field: SharedField;
  /** Empties the field in all of them; none where it can't be empty. */
  onClear: (() => void) | undefined;
  children: React.ReactNode;
}

/** Typing nothing into a mixed field changes nothing, so emptying it for all is a button of its own. */
function Mixable({ field, onClear, children }: MixableProps) {
  return (
    <div data-field={field.key} data-mixed={field.mixed || undefined} className="min-w-0">
      {children}
      {field.mixed && onClear && (
        <Button
          size="sm"
          variant="ghost"
          className="mt-0.5"
          onClick={onClear}
          aria-label={`Empty in all: ${field.words.label}`}
        >
          Empty in all
        </Button>
      )}
    </div>
  );
}
