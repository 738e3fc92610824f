import { demoSignIn, requireDemo } from '@/lib/auth/demo-use-cases';
import { formPost, seeOther, sessionHeader, strangerContext } from '@/lib/http/form-post';

export const POST = formPost(async (request, form) => {
  requireDemo({ host: request.headers.get('host'), headers: request.headers });
  const { session } = await demoSignIn(strangerContext(request), { personId: form.get('personId') });
  return seeOther(String(form.get('returnTo') ?? '/'), sessionHeader(session));
});
