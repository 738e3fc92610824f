import type { Redactor } from '@/lib/connections/redact';
import type { CallListener } from './types';

/** A listener that never hears a key, also when the model writes it in two pieces: a beginning is held back. */
export function redacting(listener: CallListener, redactor: Redactor): CallListener {
  let held = '';
  const tell = (text: string) => text !== '' && listener.text(text);
  return {
    text(piece) {
      const clean = redactor.text(held + piece);
      const begun = redactor.begunAtEnd(clean);
      held = clean.slice(clean.length - begun);
      tell(clean.slice(0, clean.length - begun));
    },
    checked(problems) {
      tell(held);
      held = '';
      listener.checked(problems.map((problem) => redactor.text(problem)));
    },
  };
}
