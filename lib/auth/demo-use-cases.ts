import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { forbidden, notFound } from '@/lib/errors/app-error';
import { defineUseCase } from '@/lib/usecase/define';
import { DEMO_PEOPLE, type DemoRequest, demoAllowed } from './demo';
import { makeSession } from './session';
import { recordSession } from './sign-in';

/** @throws AppError 403 when this request may not use demo mode */
export function requireDemo(request: DemoRequest): void {
  if (demoAllowed(request)) return;
  throw forbidden({
    code: 'no-demo',
    userMessage:
      'Demo mode works only on this machine itself, with the embedded database. Sign in with your account.',
  });
}

/** Signs in as one of the demo people; the caller has checked `requireDemo`. */
export const demoSignIn = defineUseCase(
  {
    name: 'demo.sign-in',
    schema: z.strictObject({
      personId: z.enum(DEMO_PEOPLE.map((person) => person.id) as [string, ...string[]]),
    }),
    policy: { public: true },
    mutates: true,
  },
  async (_context, { personId }): Promise<{ session: string }> => {
    const person = await db().person.findFirst({ where: { id: personId, demo: true, disabled: false } });
    if (!person) throw notFound('The demo person');
    await recordSession('session.started', person, 'demo');
    return { session: await makeSession(person) };
  },
);
