/** The mark of AI in a 16 × 16 box; by itself, because it stands on pages that draw nothing. Decorative. */
export function Sparkle({ size = 18, className }: { size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="var(--ai)"
      aria-hidden="true"
      className={className}
      style={{ flex: 'none' }}
    >
      <path d="M7.200 2.200c.5 3.200 1.600 4.500 4.900 5.100-3.300.6-4.400 1.900-4.900 5.100-.5-3.200-1.600-4.500-4.900-5.100 3.300-.6 4.400-1.900 4.900-5.100z" />
      <path d="M12.600 10.200c.2 1.400.7 2 2.100 2.200-1.400.3-1.900.9-2.100 2.300-.2-1.400-.7-2-2.100-2.300 1.400-.2 1.900-.8 2.100-2.200z" />
    </svg>
  );
}
