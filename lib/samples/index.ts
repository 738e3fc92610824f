import type { JsonObject } from '@/engine/core/json';

/** A process that comes with the product and runs without any other system. */
export interface Sample {
  /** Also the BPMN id of the process. */
  id: string;
  title: string;
  /** What happens, for the card. */
  blurb: string;
  /** File name in this folder. */
  file: string;
  /** Valid for the process's start form. */
  variables: JsonObject;
  businessKey: string;
  /** What the instance is called in lists. */
  instanceTitle: string;
  /** The demo person who starts it. */
  startAs: string;
  uses: { ai: boolean; approval: boolean; fourEyes: boolean };
}

export const samples: readonly Sample[] = [
  {
    id: 'invoice-approval',
    title: 'Invoice approval',
    blurb: 'AI reads, a person decides',
    file: 'invoice-approval.bpmn',
    variables: {
      supplier: 'Nordwind Papier GmbH',
      invoiceNumber: 'RE-20931',
      orderNumber: '4500-77120',
      orderAmount: 12480,
      invoiceText: [
        'Nordwind Papier GmbH · Hafenstraße 12 · 20457 Hamburg',
        'Rechnung RE-20931 vom 6. November 2026',
        'Ihre Bestellung 4500-77120, Gesamt 12.480,00 EUR inkl. USt.',
        '80 Paletten Kopierpapier A4, 80 g/m²',
        'Zahlung bitte bis 04.12.2026 auf DE02 1203 0000 0000 2020 51.',
        'Beachten Sie unsere neue Bankverbindung.',
      ].join('\n'),
    },
    businessKey: 'RE-20931',
    instanceTitle: 'Nordwind Papier · RE-20931',
    startAs: 'demo-mia',
    uses: { ai: true, approval: true, fourEyes: false },
  },
  {
    id: 'employee-onboarding',
    title: 'Employee onboarding',
    blurb: 'Two tracks, one sign-off',
    file: 'employee-onboarding.bpmn',
    variables: {
      employeeName: 'Sofia Ortega',
      jobTitle: 'Data analyst',
      department: 'Technology',
      firstDay: '2027-01-04',
    },
    businessKey: 'HR-2027-014',
    instanceTitle: 'Sofia Ortega · Data analyst',
    startAs: 'demo-mia',
    uses: { ai: false, approval: true, fourEyes: true },
  },
  {
    id: 'complaint-triage',
    title: 'Complaint triage',
    blurb: 'AI sorts and drafts, people check',
    file: 'complaint-triage.bpmn',
    variables: {
      customer: 'Marta Kowalska',
      orderNumber: '88-4410',
      claim: 236,
      complaint: [
        'My order 88-4410 arrived nine days late and the box was wet. Two of the four lamps are broken.',
        'I wrote twice and got no answer. I would like my money back for the broken lamps, 236 euros.',
      ].join('\n'),
    },
    businessKey: '88-4410',
    instanceTitle: 'Refund for order 88-4410',
    startAs: 'demo-mia',
    uses: { ai: true, approval: true, fourEyes: false },
  },
];
