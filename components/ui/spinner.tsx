/** Turns while something is under way. Decorative: say in words what is. */
export function Spinner({ size = 14 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      aria-hidden="true"
      className="animate-spin"
    >
      <circle cx={8} cy={8} r={6} stroke="currentColor" strokeWidth={1.6} opacity={0.25} />
      <path d="M8 2a6 6 0 0 1 6 6" stroke="currentColor" strokeWidth={1.6} strokeLinecap="round" />
    </svg>
  );
}
