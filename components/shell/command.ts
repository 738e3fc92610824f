/** Event on `window` that asks for the command palette; whoever has one listens. */
export const OPEN_COMMANDS = 'countersign:open-commands';

/** Asks for the command palette. */
export function openCommands(): void {
  window.dispatchEvent(new Event(OPEN_COMMANDS));
}
