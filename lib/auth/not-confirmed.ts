/** Why the identity provider's word is not taken for a signature, as a sentence for who wanted to sign. */
export const NOT_CONFIRMED = {
  expired:
    'This way back was used already, took longer than five minutes, or belongs to somebody else. Nothing was signed; begin again.',
  ended: 'Your session here ended meanwhile. Sign in, then begin again. Nothing was signed.',
  'somebody-else':
    'Somebody else signed in there than is signed in here. Sign in there as yourself. Nothing was signed; begin again.',
  'not-again':
    'Your identity provider did not make you sign in again, which a signature needs. Ask who runs it. Nothing was signed.',
  refused:
    'Your identity provider did not confirm who you are, or could not be asked. Nothing was signed; begin again.',
  unused:
    'That you signed in again is not known, is for another decision, or is too long ago. Nothing was signed; begin again.',
} as const;

export type NotConfirmed = keyof typeof NOT_CONFIRMED;
