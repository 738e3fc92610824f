import { DEMO_PEOPLE } from '@/lib/auth/demo';
import { demoSignIn, requireDemo } from '@/lib/auth/demo-use-cases';
import { principalOfSession } from '@/lib/auth/session';
import { principalOf } from '@/lib/http/caller';
import { formPost, seeOther, sessionHeader, strangerContext } from '@/lib/http/form-post';
import { runSample } from '@/lib/samples/run';

/** Runs a sample as the signed-in person; in demo mode a stranger is signed in as the first demo person. */
export const POST = formPost(
  async (request, form) => {
    let principal = await principalOf(request.headers);
    let cookie: string | undefined;
    if (!principal) {
      requireDemo({ host: request.headers.get('host'), headers: request.headers });
      const { session } = await demoSignIn(strangerContext(request), { personId: DEMO_PEOPLE[0].id });
      principal = await principalOfSession(session);
      cookie = sessionHeader(session);
    }
    const { instanceId } = await runSample(
      { ...strangerContext(request), principal },
      { sampleId: form.get('sampleId') },
    );
    return seeOther(`/instances/${instanceId}`, cookie);
  },
  () => '/',
);
