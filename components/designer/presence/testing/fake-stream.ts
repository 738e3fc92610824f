import type { PresenceEvents } from '@/lib/presence/types';
import type { Stream } from '../line';

/** For tests: a stream that says what it is told to. */
export class FakeStream implements Stream {
  closed = false;
  private readonly listeners = new Map<string, (message: { data: string }) => void>();
  addEventListener(event: string, listen: (message: { data: string }) => void): void {
    this.listeners.set(event, listen);
  }
  say<Name extends keyof PresenceEvents>(event: Name, data: PresenceEvents[Name]): void {
    this.listeners.get(event)?.({ data: JSON.stringify(data) });
  }
  fail(): void {
    this.listeners.get('error')?.({ data: '' });
  }
  close(): void {
    this.closed = true;
  }
}
