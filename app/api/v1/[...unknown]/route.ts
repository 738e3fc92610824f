import { notFound } from '@/lib/errors/app-error';
import { api } from '@/lib/http/route';

/** What isn't there is said the way every other refusal is. */
const nothing = api({ route: '/*' }, () => Promise.reject(notFound('What the address names')));

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
