'use client';

import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';

/** The place of toasts. `onReady` is given what shows them, once it will be heard. */
export function LoadedToaster({ onReady }: { onReady: (shows: typeof toast) => void }) {
  useEffect(() => onReady(toast), [onReady]);
  return (
    <Sonner
      position="bottom-right"
      offset={16}
      mobileOffset={{ bottom: 72, left: 12, right: 12 }}
      duration={6000}
      closeButton={false}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-2.5 rounded-md border border-line-strong bg-surface px-3.5 py-2.5 font-sans text-sm text-ink shadow-card',
          title: 'font-medium',
          description: 'text-xs text-muted',
          actionButton:
            'ml-auto h-6.5 flex-none rounded-[5px] border border-line-strong px-2.25 text-xs font-medium hover:bg-hover',
          cancelButton: 'h-6.5 flex-none rounded-[5px] px-2.25 text-xs font-medium hover:bg-hover',
          icon: 'mt-0.5 flex-none',
          success: '[&_[data-icon]]:text-done',
          error: 'border-incident! [&_[data-icon]]:text-incident',
          warning: '[&_[data-icon]]:text-wait',
        },
      }}
    />
  );
}
