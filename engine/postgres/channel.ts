import { Client } from 'pg';
import type { PostgresOptions } from './pool';

const RECONNECT_MS = 1_000;

export interface ChannelOptions extends Pick<PostgresOptions, 'connectionString'> {
  /** PostgreSQL's name of the channel: lower case letters and underscores. */
  channel: string;
  applicationName: string;
  /** Somebody sent this, perhaps oneself. */
  onMessage: (payload: string) => void;
  /** Messages may have been missed: the connection was lost, and again when it is back. */
  onGap: () => void;
  /** Whether anybody listens, so that a lost connection is worth opening again. */
  wanted: () => boolean;
}

/** LISTEN and NOTIFY on one connection of its own, which opens with the first use and again when lost. */
export class Channel {
  private client: Promise<Client> | undefined;
  private closed = false;

  constructor(private readonly options: ChannelOptions) {}

  /** Opens the connection for listening; failing is tried again. */
  listen(): void {
    if (!this.closed) this.connection().catch(() => {});
  }

  /**
   * Sends to everybody who listens, outside every transaction.
   * @param payload less than 8,000 bytes, which is PostgreSQL's limit
   * @throws when the database can't be reached
   */
  async send(payload: string): Promise<void> {
    const client = await this.connection();
    await client.query('SELECT pg_notify($1, $2)', [this.options.channel, payload]);
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = await this.client?.catch(() => undefined);
    await client?.end().catch(() => {});
  }

  private connection(): Promise<Client> {
    this.client ??= this.open().catch((error) => {
      this.client = undefined;
      this.reopenLater();
      throw error;
    });
    return this.client;
  }

  private async open(): Promise<Client> {
    const { connectionString, applicationName, channel, onMessage } = this.options;
    const client = new Client({
      connectionString,
      application_name: applicationName,
      keepAlive: true,
      pipeline: true,
    });
    client.on('notification', ({ payload = '' }) => onMessage(payload));
    client.on('error', () => {});
    client.on('end', () => this.lost());
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    return client;
  }

  private lost(): void {
    this.client = undefined;
    this.options.onGap();
    this.reopenLater();
  }

  private reopenLater(): void {
    if (this.closed || !this.options.wanted()) return;
    const timer = setTimeout(() => {
      if (!this.closed)
        this.connection().then(
          () => this.options.onGap(),
          () => {},
        );
    }, RECONNECT_MS);
    timer.unref();
  }
}
