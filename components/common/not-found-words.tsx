import { MapPinOff } from 'lucide-react';
import { buttonClass } from '@/components/ui/button-style';

/** There is nothing at this address, or nothing this person may see; which of the two is not said. */
export function NotFoundWords() {
  return (
    <div className="mx-auto flex max-w-100 flex-col items-center gap-2 px-6 py-16 text-center">
      <MapPinOff size={26} strokeWidth={1.5} className="mb-1 text-muted" aria-hidden />
      <h1 className="text-lg font-semibold tracking-[-.012em]">There is nothing here</h1>
      <p className="text-muted">
        The address may be mistyped or old, or what it names is not yours to see. Nothing is lost.
      </p>
      {/* Every page carries this: a plain link needs no program. */}
      <a href="/" className={buttonClass({ variant: 'primary', className: 'mt-3' })}>
        Go home
      </a>
    </div>
  );
}
