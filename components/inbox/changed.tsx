import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { Json } from '@/engine/core/json';
import { differences } from '@/lib/tasks/differences';
import { isLong, valueText } from './show-value';
import type { ShownTwice } from './use-decision';

/** Structures are named, not spelled out: the new content stands below. */
const short = (value: Json): string => {
  if (value !== null && typeof value === 'object') return 'as below';
  const text = valueText(value);
  return isLong(text) ? `${text.slice(0, 60)}…` : text;
};

/** What reads differently from what was about to be signed; a fresh decision is needed. */
export function Changed({ changed, onDismiss }: { changed: ShownTwice; onDismiss: () => void }) {
  return (
    <Banner
      tone="warning"
      live
      title="This changed while you were looking. Nothing was decided."
      actions={
        <Button size="sm" onClick={onDismiss} className="max-desk:h-11">
          I have seen it
        </Button>
      }
    >
      <p>Look at the new content below, then decide again. What you typed is still there.</p>
      <table className="mt-2 w-full text-left" aria-label="What changed">
        <thead className="text-xs text-muted">
          <tr>
            <th className="pr-3 font-normal">What</th>
            <th className="pr-3 font-normal">You were shown</th>
            <th className="font-normal">Now</th>
          </tr>
        </thead>
        <tbody>
          {differences(changed.before, changed.after).map(({ path, label, before, after }) => (
            <tr key={path} className="align-baseline">
              <th scope="row" className="pr-3 font-normal">
                {label}
              </th>
              <td className="break-words pr-3 text-muted">
                {path.startsWith('values.') ? short(before) : 'differently'}
              </td>
              <td className="break-words font-medium">{short(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Banner>
  );
}
