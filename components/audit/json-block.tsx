/** JSON as it is kept, to read and copy. */
export function JsonBlock({ label, value }: { label: string; value: unknown }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard.
      tabIndex={0}
      className="focus-inset max-h-80 overflow-auto rounded-sm border border-line bg-surface p-2.5"
    >
      <pre className="font-mono text-2xs">{JSON.stringify(value, null, 2)}</pre>
    </section>
  );
}
