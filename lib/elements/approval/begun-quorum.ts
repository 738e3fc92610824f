const FIRST_VALUE: Readonly<Record<string, number>> = { count: 2, share: 50 };

/** A kind of quorum with a number that means something: the one it has, or one to begin with. */
export const begunQuorum = (
  view: { readonly quorum?: unknown; readonly quorumValue?: unknown },
  quorum: unknown,
): { quorumValue: number | undefined } => ({
  quorumValue:
    view.quorum === quorum && typeof view.quorumValue === 'number'
      ? view.quorumValue
      : FIRST_VALUE[String(quorum)],
});
