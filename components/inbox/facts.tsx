import { Sparkle } from '@/components/bpmn/sparkle';
import { cx } from '@/components/ui/cx';
import type { Json, JsonObject } from '@/engine/core/json';
import type { FormField } from '@/lib/forms';
import { read } from '@/lib/forms/read';
import { marked, type Quote } from './answer';
import { isLong, valueText } from './show-value';

export interface FactsProps {
  fields: readonly FormField[];
  values: JsonObject;
  /** The variable AI wrote; what stands under it is marked. */
  aiVariable?: string;
  quotes?: readonly Quote[];
}

/** What a decision is about, to be read: cells with a small name above the value, long texts across. */
export function Facts({ fields, values, aiVariable, quotes = [] }: FactsProps) {
  const cells = fields.map((field) => {
    const value = read(values, field.key);
    return { field, value, across: isAcross(field, value) };
  });
  return (
    <dl className="grid grid-cols-1 gap-px overflow-hidden rounded-md border border-line bg-line @min-[460px]:grid-cols-2">
      {filled(cells).map((cell, index) => (
        <Fact
          // biome-ignore lint/suspicious/noArrayIndexKey: sections and notes have no key of their own.
          key={`${cell.field.key}-${index}`}
          {...cell}
          ai={aiVariable !== undefined && cell.field.key.split('.')[0] === aiVariable}
          quotes={quotes}
        />
      ))}
    </dl>
  );
}

interface Cell {
  field: FormField;
  value: Json | undefined;
  /** Takes the whole width. */
  across: boolean;
}

const isAcross = (field: FormField, value: Json | undefined): boolean =>
  field.type === 'section' || field.type === 'note' || isLong(valueText(value, field));

/** A cell that would stand alone in its row takes the row, so that no hole is left. */
function filled(cells: Cell[]): Cell[] {
  let left = true;
  return cells.map((cell, index) => {
    if (cell.across) {
      left = true;
      return cell;
    }
    const alone = left && (cells[index + 1]?.across ?? true);
    left = alone || !left;
    return { ...cell, across: alone };
  });
}

function Fact({ field, value, across, ai, quotes }: Cell & { ai: boolean; quotes: readonly Quote[] }) {
  if (field.type === 'section' || field.type === 'note') {
    return (
      <div className="col-span-full bg-paper px-3 py-2">
        <dt className={field.type === 'section' ? 'text-xs font-semibold' : 'text-muted'}>{field.label}</dt>
        <dd className="sr-only">{field.description}</dd>
      </div>
    );
  }
  const text = valueText(value, field);
  const long = isLong(text);
  return (
    <div className={cx('min-w-0 bg-surface px-3 py-2', across && 'col-span-full')}>
      <dt className="flex items-center gap-1.5 text-xs text-muted">
        {field.label || field.key}
        {ai && (
          <span className="inline-flex items-center gap-1 text-ai">
            <Sparkle size={11} /> AI read
          </span>
        )}
      </dt>
      <dd
        className={cx(
          'break-words',
          long ? 'max-h-60 overflow-y-auto whitespace-pre-wrap' : 'text-base font-medium',
        )}
        // Long texts scroll; a keyboard must be able to.
        tabIndex={long ? 0 : undefined}
      >
        {marked(text, long ? quotes : []).map((part) =>
          part.quote === null ? (
            part.text
          ) : (
            <mark key={part.quote} id={`quote-${part.quote}`} className="quoted text-ink">
              {part.text}
            </mark>
          ),
        )}
      </dd>
    </div>
  );
}
