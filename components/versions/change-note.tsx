import { MessageSquare } from 'lucide-react';
import type { VersionRow } from '@/components/processes/version-list';
import { Time } from '@/components/ui/time';

/** Why a version was made, by whom and when. */
export function ChangeNote({ version }: { version: VersionRow }) {
  return (
    <section
      aria-labelledby="change-note"
      className="flex flex-none gap-3 border-t border-line bg-surface px-4 py-3"
    >
      <MessageSquare size={16} className="mt-0.5 flex-none" aria-hidden />
      <div className="min-w-0">
        <h2 id="change-note" className="inline font-semibold">
          Change note
        </h2>{' '}
        <span className="text-xs text-muted">
          {version.publishedByName}, <Time value={version.publishedAt} zone />
        </span>
        <p className="whitespace-pre-wrap break-words">{version.note}</p>
      </div>
    </section>
  );
}
