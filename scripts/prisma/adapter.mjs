import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { atEnd } from './clean-up.mjs';

/** PostgreSQL's internal one-byte type `"char"` and the ordinary `character`, by object id. */
const CHAR_OID = 18;
const BPCHAR_OID = 1042;

/**
 * Connection settings as single fields: a connection string would win over the `database` the adapter
 * sets for the shadow database, and the shadow would be the main database.
 * @param {string} url
 */
export function connectionFields(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
  };
}

/** Prisma's PostgreSQL adapter with what the schema engine needs and it lacks. */
export class SchemaAdapter extends PrismaPg {
  /** @param {ReturnType<typeof connectionFields>} fields */
  constructor(fields) {
    super(fields);
    this.fields = fields;
  }

  /** @override */
  async connect() {
    return withWholeScripts(readingCharColumns(await super.connect()));
  }

  /** @override The original drops the shadow database while its own pool still uses it. */
  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${name}"`);
    const shadow = await new SchemaAdapter({ ...this.fields, database: name }).connect();
    const disconnect = shadow.dispose.bind(shadow);
    shadow.dispose = () => {
      const done = disconnect()
        .then(() => main.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
        .then(() => main.dispose());
      atEnd(() => done);
      return done;
    };
    return shadow;
  }
}

/**
 * The catalogs have columns of type `"char"`; the adapter throws on them, the engine expects characters.
 * @param {any} connection `performIO` is private in the adapter's types
 */
function readingCharColumns(connection) {
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  /** @type {number[]} */
  let columns = [];
  connection.performIO = async (/** @type {unknown} */ query) => {
    const result = await performIO(query);
    columns = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR_OID) continue;
      field.dataTypeID = BPCHAR_OID;
      columns.push(index);
    }
    return result;
  };
  connection.queryRaw = async (/** @type {unknown} */ query) => {
    const result = await queryRaw(query);
    for (const index of columns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return connection;
}

/**
 * The adapter cuts scripts at every semicolon, also inside function bodies; PostgreSQL takes them whole.
 * @param {any} connection
 */
function withWholeScripts(connection) {
  connection.executeScript = async (/** @type {string} */ script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}
