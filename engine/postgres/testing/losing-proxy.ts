import net from 'node:net';

/** A wire to a database that can be cut at the worst moment. */
export interface LosingProxy {
  url: string;
  /** The next COMMIT reaches the server; its answer and the connection are lost. */
  loseNextCommit(): void;
  close(): Promise<void>;
}

/** The simple query that ends a transaction, as the protocol frames it. */
const COMMIT = Buffer.from('COMMIT\0');

/** Forwards every byte between a client and the database of `url`, until told to lose an answer. */
export async function losingProxy(url: string): Promise<LosingProxy> {
  const target = new URL(url);
  let losing = false;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    let lost = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
        sockets.delete(socket);
      });
    }
    client.on('data', (bytes) => {
      if (losing && bytes.includes(COMMIT)) {
        losing = false;
        lost = true;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (!lost) client.write(bytes);
      else if (bytes.includes(COMMIT)) client.destroy(); // the server's own words that it is done
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = new URL(url);
  here.host = `127.0.0.1:${(server.address() as net.AddressInfo).port}`;
  return {
    url: here.href,
    loseNextCommit: () => {
      losing = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
