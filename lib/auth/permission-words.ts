import { MATRIX, type Permission, ROLES, type Role } from './permissions';

/** What each permission lets somebody do, as “Only designers may …” goes on. */
const DEEDS: Record<Permission, string> = {
  'models.see': 'see processes and their drafts',
  'models.edit': 'change drafts',
  'models.comment': 'comment on drafts',
  'versions.publish': 'publish and retire processes',
  'requests.decide': 'decide about what others ask to publish',
  'policies.set': 'say who has to agree before a process is published',
  'instances.start': 'start instances',
  'instances.see': 'see instances',
  'instances.operate': 'cancel, repair or move instances',
  'deliveries.see': 'see messages and signals on their way',
  'messages.send': 'send messages and signals',
  'work.execute': 'take up work for service tasks',
  'tasks.see': 'see tasks',
  'tasks.decide': 'claim tasks and decide about them',
  'audit.see': 'read the record of who did what',
  'settings.see': 'see the settings',
  'settings.manage': 'change the settings',
  'tokens.own': 'have access tokens',
  'kill-switch': 'stop the starting of instances',
};

/** “a”, “a and b”, “a, b and c”. */
const listed = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** Which roles have a permission in some scope, in the order of the settings. */
const holders = (permission: Permission): Role[] =>
  ROLES.filter((role) => Object.keys(MATRIX[permission]).includes(role));

/** Why somebody may not: what it is, who may, what they are themselves, and whom to ask. */
export function refusalWords(roles: readonly string[], permission: Permission): string {
  const may = holders(permission);
  const who = listed(
    may.map((role) => `${role}s`),
    'and',
  );
  const mine =
    roles.length === 0
      ? 'You have no role yet'
      : `Your ${roles.length === 1 ? 'role is' : 'roles are'} ${listed(roles, 'and')}`;
  return `Only ${who} may ${DEEDS[permission]}. ${mine}. Ask an administrator for the role of ${listed(may, 'or')}.`;
}
