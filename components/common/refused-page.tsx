import { ShieldAlert } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';

/** In place of a page somebody may not see: which roles are missing and whom to ask. The attempt is on record. */
export function RefusedPage({ message }: { message: string }) {
  return (
    <EmptyState title="You may not see this page" icon={<ShieldAlert size={28} aria-hidden />}>
      {message}
    </EmptyState>
  );
}
