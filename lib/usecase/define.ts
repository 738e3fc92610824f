import 'server-only';
import type { ZodType, z } from 'zod';
import { refusalWords } from '@/lib/auth/permission-words';
import { type Permission, type Scope, scopeOf } from '@/lib/auth/permissions';
import { AppError, forbidden, unauthenticated } from '@/lib/errors/app-error';
import { recordRefusal } from '@/lib/ledger/refusals';
import type { AuthorisedContext, CallContext } from './context';

/** `public` use cases authorise by what is sent (a password, a link); everything else names a permission. */
export type Policy = { permission: Permission } | { signedIn: true } | { public: true };

export interface UseCaseMeta<Input> {
  /** `domain.verb`, unique; also the refusal's object in the record. People never read it. */
  name: string;
  schema: ZodType<Input>;
  policy: Policy;
  /** Changes something: enumerated by the test that demands an event for each. */
  mutates: boolean;
  /** Which process or instance a refusal is about. */
  subject?: (input: Input) => { processId?: string; instanceId?: string };
}

export interface UseCase<Input, Result> {
  (context: CallContext, input: unknown): Promise<Result>;
  /** Whether a caller would be let in, without doing anything; a refusal is recorded. @throws AppError 401, 403 */
  admit(context: CallContext): Promise<void>;
  meta: UseCaseMeta<Input>;
}

type AnyUseCase = UseCase<never, unknown>;
const registry = new Map<string, AnyUseCase>();

/** All use cases loaded so far; the generated authorisation test walks them. */
export const allUseCases = (): AnyUseCase[] => [...registry.values()];

function authorise(policy: Policy, context: CallContext): Scope {
  if ('public' in policy) return 'all';
  if (!context.principal) throw unauthenticated();
  if ('signedIn' in policy) return 'all';
  const scope = scopeOf(context.principal.roles, policy.permission);
  if (!scope) {
    throw forbidden({
      userMessage: refusalWords(context.principal.roles, policy.permission),
      extra: { permission: policy.permission },
    });
  }
  return scope;
}

const isRefusal = (error: unknown, mutates: boolean): error is AppError =>
  error instanceof AppError &&
  (error.hidden || error.status === 401 || error.status === 403 || (mutates && error.status === 409));

/**
 * The only way into the application. Checks the policy before anything else, then the input (strict schemas:
 * unknown keys are refused), then runs. Refusals of signed-in actors are recorded one by one, strangers counted.
 */
export function defineUseCase<Schema extends ZodType, Result>(
  meta: UseCaseMeta<z.output<Schema>> & { schema: Schema },
  run: (context: AuthorisedContext & { scope: Scope }, input: z.output<Schema>) => Promise<Result>,
): UseCase<z.output<Schema>, Result> {
  const call = async (context: CallContext, raw: unknown): Promise<Result> => {
    let input: z.output<Schema> | undefined;
    try {
      const scope = authorise(meta.policy, context);
      input = meta.schema.parse(raw);
      return await run(
        { ...context, principal: context.principal as AuthorisedContext['principal'], scope },
        input as z.output<Schema>,
      );
    } catch (error) {
      if (isRefusal(error, meta.mutates)) {
        const about = input === undefined ? meta.schema.safeParse(raw).data : input;
        await recordRefusal(
          context,
          meta.name,
          error,
          about === undefined ? {} : (meta.subject?.(about as z.output<Schema>) ?? {}),
        );
      }
      throw error;
    }
  };
  const admit = async (context: CallContext): Promise<void> => {
    try {
      authorise(meta.policy, context);
    } catch (error) {
      if (isRefusal(error, meta.mutates)) await recordRefusal(context, meta.name, error, {});
      throw error;
    }
  };
  const made = Object.assign(call, { admit, meta });
  registry.set(meta.name, made as unknown as AnyUseCase);
  return made;
}
