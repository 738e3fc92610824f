'use client';

import { X } from 'lucide-react';
import { createPortal } from 'react-dom';
import { FormFields } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { Form } from '@/lib/forms';

interface FormPreviewProps {
  form: Form;
  /** Labels of the decisions that stand below the form. */
  decisions?: readonly string[];
  onClose: () => void;
}

/** The form as a telephone shows it, 390 px wide, beside the panel; it follows each change. */
export function FormPreview({ form, decisions = [], onClose }: FormPreviewProps) {
  return createPortal(
    <section
      aria-label="Preview of the form"
      data-testid="form-preview"
      className="fixed bottom-4 right-93 top-30 z-20 flex w-97.5 flex-col overflow-hidden rounded-lg border border-line-strong bg-surface shadow-pop max-desk:inset-0 max-desk:w-auto max-desk:rounded-none"
    >
      <header className="flex flex-none items-center justify-between border-b border-line px-4 py-1.5 text-xs text-muted">
        390 px, as in the inbox
        <IconButton size="sm" label="Close the preview" icon={<X size={15} />} onClick={onClose} />
      </header>
      <div className="min-h-0 grow overflow-y-auto p-4">
        {/* what is typed in a preview belongs to the form as it was */}
        <FormFields key={JSON.stringify(form)} form={form} values={{}} size="lg" onSubmit={() => {}} />
      </div>
      {decisions.length > 0 && (
        <footer className="flex flex-none flex-wrap gap-2 border-t border-line p-3">
          {decisions.map((label) => (
            <Button key={label} size="lg" className="grow" disabled>
              {label}
            </Button>
          ))}
        </footer>
      )}
    </section>,
    document.body,
  );
}
