import type { CompleteTask, Facts } from '@/engine/core/behavior';
import { reject } from '@/engine/core/rejection';
import type { Signature } from '@/engine/core/state';
import type { Rejection } from '@/engine/core/transition-types';
import type { ApprovalConfig } from './config';

/** Why a decision without a signature is refused; null where it has one, or needs none. */
export function unsigned(
  { node }: Pick<Facts, 'node'>,
  { signature }: ApprovalConfig,
  input: CompleteTask,
): Rejection | null {
  if (!signature || input.signature) return null;
  return reject(
    'signature-required',
    `“${node.name || node.id}” is decided with a signature: sign with your password first.`,
    { elementId: node.id, path: 'signature' },
  );
}

/** What is kept of a signature: the statement as the version has it, with name and time. */
export function signatureOf(
  { actor, now }: Pick<Facts, 'actor' | 'now'>,
  { signature }: ApprovalConfig,
  input: CompleteTask,
): { signature?: Signature } {
  if (!signature || !input.signature) return {};
  const { method } = input.signature;
  return { signature: { meaning: signature.meaning, name: actor.name, method, at: now } };
}
