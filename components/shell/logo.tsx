/** Two open rings, countersigned. Decorative: the link around it has the name. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 28 28"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="flex-none"
    >
      <path d="M24.900 10.100A11.800 11.800 0 1 1 19 3.300" stroke="var(--primary)" strokeWidth={1.7} />
      <path d="M20.800 13.200A7 7 0 1 1 16.300 7.400" stroke="var(--primary)" strokeWidth={1.7} />
      <path d="m9.800 13.900 3.700 3.600L24.600 4.600" stroke="var(--ink)" strokeWidth={2.6} />
    </svg>
  );
}
