import { notFound } from '@/lib/errors/app-error';
import { api } from '@/lib/http/route';

const refuse = api({ route: '/*' }, () => Promise.reject(notFound('What the address names')));

/** What isn't there is said the way every other refusal is. */
const nothing = (request: Request) => refuse(request, { params: Promise.resolve({}) });

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
