/** Words that a field's label may have in a text, by a word of the field's name. English and German. */
const LABELS: Record<string, readonly string[]> = {
  amount: ['amount', 'total', 'sum', 'gesamt', 'betrag', 'summe', 'gross', 'brutto', 'over'],
  total: ['total', 'gesamt', 'summe', 'amount'],
  refund: ['refund', 'claims', 'claim', 'back', 'erstattung'],
  due: ['due', 'pay', 'until', 'by', 'zahlung', 'bis', 'fällig', 'zahlbar'],
  invoice: ['invoice', 'rechnung'],
  number: ['number', 'no', 'nr', 'nummer'],
  order: ['order', 'bestellung', 'auftrag', 'po'],
  purchase: ['purchase', 'bestellung'],
  supplier: ['supplier', 'vendor', 'lieferant', 'invoice of', 'from'],
  customer: ['customer', 'kunde', 'client', 'to'],
  employee: ['employee', 'mitarbeiter'],
  start: ['start', 'starts', 'from', 'ab', 'beginn'],
  end: ['end', 'ends', 'until', 'bis', 'ende'],
  name: ['name', 'called'],
};

/** Words that speak for a choice, by a word of the choice. */
const SIGNS: Record<string, readonly string[]> = {
  delivery: ['late', 'delay', 'arrived', 'delivered', 'delivery', 'shipping', 'courier', 'parcel'],
  damage: ['broken', 'damaged', 'wet', 'cracked', 'defect', 'scratched', 'torn'],
  billing: ['invoice', 'charged', 'billing', 'paid twice', 'overcharged', 'price'],
  service: ['rude', 'unfriendly', 'hotline', 'waiting', 'staff', 'support'],
  high: ['urgent', 'broken', 'danger', 'injured', 'lawyer', 'critical', 'immediately', 'money back', 'twice'],
  medium: ['late', 'wet', 'problem', 'complain', 'disappointed'],
  low: ['minor', 'small', 'question', 'suggestion', 'whenever'],
  urgent: ['urgent', 'immediately', 'asap', 'today', 'critical'],
  reject: ['not our order', 'fraud', 'duplicate', 'unknown sender', 'already paid'],
  send: ['missing', 'incomplete', 'illegible', 'fehlt', 'unleserlich'],
  positive: ['thank', 'great', 'happy', 'excellent', 'love'],
  negative: ['complain', 'bad', 'angry', 'disappointed', 'terrible', 'broken'],
  yes: ['yes', 'confirmed', 'agree'],
  no: ['no', 'declined', 'refuse'],
};

const STOP = new Set([
  'the',
  'a',
  'an',
  'of',
  'to',
  'in',
  'as',
  'for',
  'our',
  'be',
  'is',
  'it',
  'with',
  'and',
  'or',
]);

/** The words of a name: `dueDate`, `due_date` and `due date` are the same two. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !STOP.has(word));

/** What may stand before the value of a field in a text. */
export const labelsOf = (name: string): string[] => [
  ...new Set(wordsOf(name).flatMap((word) => [word, ...(LABELS[word] ?? [])])),
];

/** What in a text speaks for a choice. */
export const signsOf = (choice: string): string[] => [
  ...new Set(wordsOf(choice).flatMap((word) => [word, ...(SIGNS[word] ?? [])])),
];
