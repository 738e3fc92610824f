import { gzipSync } from 'node:zlib';

const GZIP_LEVEL = 6;

/** Bytes of a script on its way: compressed on its own, as a server does. @param {Buffer} body */
export const compressed = (body) => gzipSync(body, { level: GZIP_LEVEL }).byteLength;

/** @param {number} bytes */
export const kilobytes = (bytes) => Number((bytes / 1000).toFixed(1));
