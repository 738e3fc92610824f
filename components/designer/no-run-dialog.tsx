import { Dialog } from '@/components/ui/dialog';

interface NoRunDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  reason: string;
}

/** Why the reader can't start this process, and whom to ask. */
export function NoRunDialog({ open, onOpenChange, reason }: NoRunDialogProps) {
  return <Dialog {...{ open, onOpenChange }} title="You can’t start this" description={reason} size="sm" />;
}
