/**
 * Preloaded into every program we start (`node --import`). The parent holds the other end of a pipe; when
 * the parent dies, however it dies, the pipe closes and this process ends as if it were told to.
 */
import { Socket } from 'node:net';

const GRACE_MS = 10_000;
const descriptor = process.env.COUNTERSIGN_GUARD;
delete process.env.COUNTERSIGN_GUARD; // programs started from here have no such pipe

if (descriptor) {
  const pipe = new Socket({ fd: Number(descriptor), readable: true, writable: false });
  pipe.on('error', () => {});
  pipe.once('close', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
  });
  pipe.resume();
  pipe.unref();
}
