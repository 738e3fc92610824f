/** Gives the focus to the canvas of the designer that a part belongs to. */
export function focusCanvas(from: Element | null): void {
  from
    ?.closest('[data-testid=designer]')
    ?.querySelector<HTMLElement>('[data-testid=canvas]')
    ?.focus({ preventScroll: true });
}
