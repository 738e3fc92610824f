import { setUpAdministrator } from '@/lib/auth/setup';
import { formPost, seeOther, sessionHeader, strangerContext } from '@/lib/http/form-post';

export const POST = formPost(
  async (request, form) => {
    const field = (name: string) => String(form.get(name) ?? '');
    const input = {
      code: field('code'),
      email: field('email'),
      name: field('name'),
      password: field('password'),
    };
    const { session } = await setUpAdministrator(strangerContext(request), input);
    return seeOther('/', sessionHeader(session));
  },
  (form) => `/setup/${encodeURIComponent(String(form.get('code') ?? ''))}`,
);
