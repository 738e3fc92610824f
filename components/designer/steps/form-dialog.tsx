'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

export interface FormDialogProps {
  title: string;
  description?: string;
  action: string;
  onSubmit: () => void;
  onClose: () => void;
  /** Buttons left of the main one. */
  more?: ReactNode;
  children: ReactNode;
}

/** A small window with fields: Enter in a field does what the main button does. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, action, onSubmit, onClose, more, children } = props;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      size="sm"
      footer={
        <>
          {more}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="step-form">
            {action}
          </Button>
        </>
      }
    >
      <form
        id="step-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
