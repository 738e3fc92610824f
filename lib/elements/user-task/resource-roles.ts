import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { language, written } from '@/engine/compile/read';
import { childrenOf, nameOf, resolve } from '@/lib/document';
import { translateJuel } from '@/lib/feel/juel';

/** Who does a human step by the standard's own words: texts as Camunda 7 writes them; empty: nobody is named. */
export interface Roles {
  assignee: string;
  candidateUsers: string;
  candidateGroups: string;
  /** Languages of assignments that can't be read here. */
  foreign: readonly string[];
}

/** A person or a group, as a text, or as an expression after `=` or in `${…}`. */
interface Named {
  who: 'user' | 'group';
  text: string;
}

/**
 * What the resource roles of an activity say (BPMN 2.0.2, 10.3, Resource Assignment and Human Interactions): a human
 * performer is the assignee, potential owners are candidates. Texts are read as Camunda 7 reads them: `user(x)`,
 * `group(y)`, several with commas between, and an owner that is neither is a group. A resource that a role refers to is
 * a group, as that of a lane is.
 */
export function rolesOf(document: ProcessDocument, id: string): Roles {
  const read = (type: string, otherwise: Named['who']) =>
    childrenOf(document, id, 'resources')
      .filter((role) => role.type === type)
      .map((role) => roleOf(document, role, otherwise));
  const performers = [...read('bpmn:HumanPerformer', 'user'), ...read('bpmn:Performer', 'user')];
  const owners = read('bpmn:PotentialOwner', 'group');
  const all = [...performers, ...owners];
  return {
    assignee: textsOf(performers, 'user')[0] ?? '',
    candidateUsers: together(textsOf(owners, 'user')),
    candidateGroups: together(textsOf(all, 'group')),
    foreign: all.flatMap((role) => role.foreign),
  };
}

interface Role {
  named: Named[];
  foreign: string[];
}

const textsOf = (roles: readonly Role[], who: Named['who']): string[] =>
  roles.flatMap((role) => role.named.filter((each) => each.who === who).map(({ text }) => text));

function roleOf(document: ProcessDocument, role: DocElement, otherwise: Named['who']): Role {
  const [assignment] = childrenOf(document, role.id, 'resourceAssignmentExpression');
  const given = assignment && written(assignment, 'expression');
  const spoken = given && foreignLanguage(given);
  if (spoken) return { named: [], foreign: [spoken] };
  if (given) return { named: namedBy(given, otherwise), foreign: [] };
  const resource = resolve(document, role, 'resourceRef');
  const group = nameOf(resource).trim() || resource?.id;
  return { named: group ? [{ who: 'group', text: literal(group) }] : [], foreign: [] };
}

/** Vendors name their `${…}` and `#{…}` in many ways; whatever is written so is read so. */
function foreignLanguage({ body, language: said }: { body: string; language?: string }): string | undefined {
  if (/^\s*=|[$#]\{|^\s*(?:user|group)\(/.test(body)) return undefined;
  return language(said).language;
}

function namedBy(given: { body: string; language?: string }, otherwise: Named['who']): Named[] {
  const text = given.body.trim();
  if (given.language !== undefined && language(given.language).language === undefined)
    return [{ who: otherwise, text: text.startsWith('=') ? text : `=${text}` }];
  if (text.startsWith('=')) return [{ who: otherwise, text }];
  return parts(text).map((part) => {
    const typed = /^(user|group)\((.*)\)$/s.exec(part);
    return typed
      ? { who: typed[1] as Named['who'], text: (typed[2] ?? '').trim() }
      : { who: otherwise, text: part };
  });
}

/** Split at commas that stand in no bracket. */
function parts(text: string): string[] {
  const found = [''];
  let depth = 0;
  for (const character of text) {
    if ('({['.includes(character)) depth += 1;
    if (')}]'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) found.push('');
    else found[found.length - 1] += character;
  }
  return found.map((part) => part.trim()).filter((part) => part !== '');
}

const isExpression = (text: string): boolean => /^=|[$#]\{/.test(text);

/** A name as a text that is no list, even when it has commas. */
const literal = (name: string): string => (name.includes(',') ? `=[${JSON.stringify(name)}]` : name);

/** One text for several: names with commas between, or a FEEL list when one of them is an expression. */
function together(texts: readonly string[]): string {
  if (texts.length < 2 || !texts.some(isExpression)) return texts.join(', ');
  return `=flatten([${texts.map(feel).join(', ')}])`;
}

function feel(text: string): string {
  if (text.startsWith('=')) return text.slice(1).trim();
  if (!isExpression(text)) return JSON.stringify(text);
  const translated = translateJuel(text);
  // what can't be translated stays as it is, so that it is reported where it is compiled
  return translated.ok ? translated.feel.replace(/^\s*=/, '') : text;
}
