import { Avatar } from '@/components/ui/avatar';
import type { AuditRow } from '@/lib/audit/types';

/** A service acts like the engine: a square, so that nobody takes it for a person. */
export const avatarKind = (kind: string): 'person' | 'ai' | 'engine' =>
  kind === 'person' || kind === 'ai' ? kind : 'engine';

/** Who did it. */
export function ActorName({ actor }: { actor: AuditRow['actor'] }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar name={actor.name} kind={avatarKind(actor.kind)} size="s" decorative />
      <span className="truncate">{actor.name}</span>
    </span>
  );
}
