/** Windows of one browser tell each other here that the identity provider has sent somebody back. */
export const SIGNED_CHANNEL = 'countersign-signed';

/** What they tell: why it came to nothing, or null. */
export interface SignedMessage {
  refused: string | null;
}
