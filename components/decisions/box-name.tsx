/** The tab on a box that says what it is called (DMN 1.5, 8.2.1 and 10.2.1). */
export function BoxName({ children }: { children: string }) {
  return (
    <p className="w-fit max-w-full truncate rounded-t-sm border border-b-0 border-line-strong bg-paper px-3 py-1 text-sm font-semibold">
      {children}
    </p>
  );
}
