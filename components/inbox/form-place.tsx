'use client';

import type { FormFieldsProps } from '@/components/forms';
import { Skeleton } from '@/components/ui/skeleton';
import type { FormField } from '@/lib/forms';

const LABEL = 24;
const CONTROL = { md: 32, lg: 44 } as const;
const TEXT_AREA = 76;
/** A line of words, or a check box with its label. */
const LINE = 24;

/** About the height a field will have, px. */
function heightOf({ type, options, description }: FormField, size: 'md' | 'lg'): number {
  const hint = description ? LINE : 0;
  if (type === 'section' || type === 'note' || type === 'boolean') return LINE + hint;
  if (type === 'textarea') return LABEL + TEXT_AREA + hint;
  if (type === 'multichoice') return LABEL + LINE * (options?.length ?? 1) + hint;
  return LABEL + CONTROL[size] + hint;
}

/** The room a form takes, while it is loaded. Sending it does nothing yet. */
export function FormPlace({ id, form, size = 'md' }: FormFieldsProps) {
  return (
    <form
      id={id}
      aria-busy="true"
      className="flex flex-col gap-3"
      onSubmit={(event) => event.preventDefault()}
    >
      {form.fields.map((field, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections and notes have no key of their own.
        <div key={index} style={{ height: heightOf(field, size) }}>
          <Skeleton className="h-full" />
        </div>
      ))}
    </form>
  );
}
