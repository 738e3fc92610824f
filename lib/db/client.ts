import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

export type Tx = Prisma.TransactionClient;
/** Where to read: inside a transaction or outside any. */
export type Reader = Tx | PrismaClient;

// Next loads this module once per bundle; the pool must exist once per process.
const holder = globalThis as { countersignDb?: PrismaClient };

/** The address of the database. Throws when the process was started without one. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error('DATABASE_URL is not set: start through `npm start`, `npm run dev` or `npm run worker`.');
  return url;
}

/** The process-wide Prisma client. */
export function db(): PrismaClient {
  holder.countersignDb ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl(), max: 8 }),
  });
  return holder.countersignDb;
}

/** Ends the pool; for scripts and tests. */
export async function closeDb(): Promise<void> {
  await holder.countersignDb?.$disconnect();
  holder.countersignDb = undefined;
}
