import type { EngineEvent } from '@/engine/core/events';
import type { ProcessDocument } from '@/lib/document';
import { type AuditContext, sentenceOf } from '@/lib/elements/audit';

type Data = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

/** “publish-message “Paid””, “message “Paid”” … */
const delivered = ({ kind, name }: Data): string =>
  `the delivery ${text(kind)}${typeof name === 'string' ? ` “${name}”` : ''}`;

/** “ about “Check””, or nothing for a sticky note. */
const about = ({ elementId, elementName }: Data): string =>
  elementId === null ? '' : ` about “${text(elementName ?? elementId)}”`;

/** Sentences for events outside instances, by type. */
const ADMIN: Record<string, (data: Data) => string> = {
  'process.created': (data) => `Created “${text(data.name)}”`,
  'draft.saved': (data) => `Saved the draft, revision ${text(data.revision)}`,
  'draft.restored': (data) => `Restored version ${text(data.version)} as the draft`,
  'scenario.saved': (data) => `Saved the scenario “${text(data.name)}”`,
  'scenario.deleted': (data) => `Deleted the scenario “${text(data.name)}”`,
  'comment.added': (data) =>
    data.elementId === null ? 'Put a note on the drawing' : `Began a conversation${about(data)}`,
  'comment.replied': (data) => `Answered in a conversation${about(data)}`,
  'comment.edited': (data) => `Changed a comment of their own${about(data)}`,
  'comment.moved': (data) =>
    data.elementId === null
      ? 'Moved a note on the drawing'
      : `Pinned a conversation${about(data).replace('about', 'to')}`,
  'comment.resolved': (data) => `Resolved a conversation${about(data)}`,
  'comment.reopened': (data) => `Took up a conversation${about(data)} again`,
  'comment.deleted': (data) => `Deleted a comment of their own${about(data)}`,
  'version.published': (data) =>
    data.approvedByName
      ? `Published version ${text(data.version)}, asked for by ${text(data.requestedByName)}: ${text(data.note)}`
      : `Published version ${text(data.version)}: ${text(data.note)}`,
  'version.tagged': (data) =>
    data.version === null
      ? `Took the tag “${text(data.tag)}” from version ${text(data.before)}`
      : `Tagged version ${text(data.version)} as “${text(data.tag)}”`,
  'publication.requested': (data) => `Asked a second person to publish: ${text(data.note)}`,
  'publication.approved': (data) =>
    data.kind === 'policy-off'
      ? `Agreed with ${text(data.requestedByName)} that no second person is needed`
      : `Approved what ${text(data.requestedByName)} asked to publish`,
  'publication.rejected': (data) =>
    `Rejected what ${text(data.requestedByName)} asked for: ${text(data.comment)}`,
  'publication.withdrawn': () => 'Withdrew the request for a second person',
  'policy.changed': (data) =>
    data.secondPerson === true
      ? `Publishing needs a second person from now on: ${text(data.reason)}`
      : `Publishing needs no second person any more: ${text(data.reason)}`,
  'policy.change-requested': (data) => `Asked to publish without a second person: ${text(data.reason)}`,
  'decision-model.stored': (data) =>
    `Stored version ${text(data.version)} of the decisions “${text(data.name)}”`,
  'process.retired': (data) => `Retired the process: ${text(data.reason)}`,
  'process.reinstated': (data) => `Reinstated the process: ${text(data.reason)}`,
  'message.published': (data) =>
    `Published the message “${text(data.name)}”${data.correlationKey === null ? '' : ` for ${text(data.correlationKey)}`}`,
  'signal.broadcast': (data) => `Broadcast the signal “${text(data.name)}”`,
  'condition.evaluated': (data) =>
    `Asked ${text(data.asked)} start conditions, ${Array.isArray(data.started) ? data.started.length : 0} held`,
  'delivery.retried': (data) => `Tried ${delivered(data)} again: ${text(data.reason)}`,
  'delivery.dropped': (data) => `Dropped ${delivered(data)}: ${text(data.reason)}`,
  'instance.released': (data) => `Let the instance go on that was put aside: ${text(data.reason)}`,
  'attempt.refused': (data) => `Refused: ${text(data.message)}`,
  'strangers.refused': (data) =>
    `${text(data.count)} requests of strangers from ${text(data.address)} refused`,
  'session.started': (data) => `Signed in (${text(data.how)})`,
  'session.ended': () => 'Signed out',
  'person.step-up-asked': () => 'Went to single sign-on, to sign a decision',
  'person.step-up-answered': () => 'Came back from single sign-on, signed in again',
  'person.confirmed': (data) =>
    data.method === 'demo'
      ? 'Signed in the demo, by a typed name'
      : data.method === 'single-sign-on'
        ? 'Signed in again through single sign-on, to sign a decision'
        : 'Gave the password again, to sign a decision',
  'person.created': (data) => `Added ${text(data.name)}`,
  'person.changed': (data) => `Changed roles or groups of ${text(data.name)}`,
  'token.created': (data) => `Created the token “${text(data.name)}”`,
  'token.revoked': (data) => `Revoked the token “${text(data.name)}”`,
  'calendar.stored': (data) => `Stored the calendar “${text(data.name)}”, revision ${text(data.revision)}`,
  'calendar.archived': (data) => `Archived the calendar “${text(data.name)}”: ${text(data.reason)}`,
  'calendar.restored': (data) => `Offered the calendar “${text(data.name)}” again: ${text(data.reason)}`,
  'secret.stored': (data) => `Stored the secret ${text(data.name)}`,
  'secret.deleted': (data) => `Deleted the secret ${text(data.name)}`,
  'provider.stored': (data) => `Changed the AI provider “${text(data.name)}”`,
  'provider.deleted': (data) => `Removed the AI provider “${text(data.name)}”`,
  'keys.rewrapped': (data) =>
    `Wrapped ${text(data.secrets)} secrets and ${text(data.providers)} provider keys with a new key`,
  'provider.tested': (data) => `Tried the AI provider “${text(data.name)}”`,
  'ai.test-run': (data) => `Ran a trial call (${text(data.model ?? data.name)})`,
  'setting.changed': (data) => `Changed the setting ${text(data.key)}`,
};

export interface Described {
  title: string;
  detail: string | null;
}

export interface DescribeContext extends AuditContext {
  /** The version's diagram; absent for events outside instances. */
  document: ProcessDocument | null;
}

/** What an event means, in a sentence. */
export function describe(
  event: { type: string; elementId?: string; elementType?: string; data: unknown },
  context: DescribeContext,
): Described {
  const admin = ADMIN[event.type];
  if (admin) return { title: admin((event.data ?? {}) as Data), detail: null };
  if (!context.document) return { title: event.type, detail: null };
  const sentence = sentenceOf(event as EngineEvent, context.document, context);
  return { title: sentence.title, detail: sentence.detail ?? null };
}
