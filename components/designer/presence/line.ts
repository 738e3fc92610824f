/** How long a hidden page keeps its line: browsers hold few connections to one server. In milliseconds. */
export const HIDDEN_MS = 60_000;

/** The part of `EventSource` that is needed. */
export interface Stream {
  addEventListener(event: string, listen: (message: { data: string }) => void): void;
  close(): void;
}

interface LineOptions {
  open: () => Stream;
  /** Takes what the stream says, by event name; what comes after its end is left out. */
  events: Readonly<Record<string, (data: never) => void>>;
  /** There is no line now; the browser connects again by itself, unless it was refused. */
  lost: () => void;
}

/** A stream of events as long as the page is looked at: it ends when that is hidden for long, and begins again with it. */
export function openLine({ open, events, lost }: LineOptions): { stop: () => void } {
  let stream: Stream | null = null;
  let hidden: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    if (stream) return;
    const opened = open();
    stream = opened;
    for (const [name, take] of Object.entries(events))
      opened.addEventListener(name, ({ data }) => {
        if (opened === stream) take(JSON.parse(data) as never);
      });
    opened.addEventListener('error', () => opened === stream && lost());
  };
  const disconnect = () => {
    stream?.close();
    stream = null;
    lost();
  };
  const onVisibility = () => {
    clearTimeout(hidden);
    if (document.visibilityState === 'visible') connect();
    else hidden = setTimeout(disconnect, HIDDEN_MS);
  };
  document.addEventListener('visibilitychange', onVisibility);
  onVisibility();
  return {
    stop: () => {
      document.removeEventListener('visibilitychange', onVisibility);
      clearTimeout(hidden);
      disconnect();
    },
  };
}
