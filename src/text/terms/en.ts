import type { Terms } from '../../domain/terms';

export const termsEn: Terms = {
  version: '2026-11',
  locale: 'en',
  effectiveOn: '2026-11-01',
  title: 'Account management terms',
  sections: [
    {
      heading: 'Purpose',
      paragraphs: [
        'The account management portal lets the people of a customer organization submit and view meter readings, see the machines covered by a service contract and ask for help. These terms govern registration on the portal and its use. They are in addition to the service contract between your organization and the provider, and do not change it.',
      ],
    },
    {
      heading: 'Who may register',
      paragraphs: [
        "You may register if you work for an organization that owns or uses at least one machine covered by a service contract, and if that organization allows you to use the portal on its behalf. The serial number of one of those machines is used to find the organization's account.",
        'Each account belongs to one person only. An account may also be created automatically when a new service contract is activated; these terms apply to it in the same way.',
      ],
    },
    {
      heading: 'Accuracy of information',
      paragraphs: [
        'You provide information that is accurate and up to date: your name, the address of your workplace, a valid e-mail address that you read, and a phone number. Your e-mail address is your user name. Report any change without delay, including when you leave the organization.',
      ],
    },
    {
      heading: 'Account security',
      paragraphs: [
        'Your credentials are personal. Do not share them with anyone, not even a colleague; we will never ask you for your password. The temporary password is valid for 24 hours and must be replaced the first time you sign in.',
        'If you think that someone else has had access to your account, change your password and tell us immediately. You are answerable for what is done from your account until we have received your notice, except for what cannot be attributed to you.',
      ],
    },
    {
      heading: 'Meter readings',
      paragraphs: [
        'When you register, you may ask to be the meter-reading contact for a machine. Your contact details are then linked to its serial number, and you can submit and view its readings. Only one person at a time can be the contact for a given machine. You can change this choice at any time under “Manage machines”.',
        "If the machine was supplied by a partner, the partner's representative may already be responsible for its readings; please check with them. Readings are used for billing: they must be accurate, dated and submitted within the time set by the contract.",
      ],
    },
    {
      heading: 'Personal information',
      paragraphs: [
        'We collect the information you give when you register, your readings, your help requests and the technical data needed for security. We use it to manage your account, carry out the service contract and answer you. We do not sell it. Only the people and businesses who need it for these purposes have access to it, under a duty of confidentiality, including outside Québec where adequate protection is ensured.',
        'We keep this information as long as your account is open and for 24 months afterwards, unless the law requires a longer period. It is then destroyed or anonymized.',
        "You may ask to see your information, to receive it in a common format, to have it corrected or to have its use stopped, and you may withdraw your consent. Write to the person in charge of the protection of personal information: privacy@example.org. If the answer does not satisfy you, you may turn to the Commission d'accès à l'information du Québec.",
      ],
    },
    {
      heading: 'Messages from us',
      paragraphs: [
        'We send you by e-mail the messages that the service needs: activation, security, readings that are due, follow-up on your help requests. They are not advertising; we send none without your separate consent.',
      ],
    },
    {
      heading: 'Availability and support',
      paragraphs: [
        'We take reasonable steps to keep the portal available at all times, but it may be interrupted for maintenance or for reasons beyond our control. If you run into difficulty, use “Raise a help request” or ask the registration assistant to put you in touch with a person.',
      ],
    },
    {
      heading: 'Suspension and closing',
      paragraphs: [
        'You may ask for your account to be closed at any time. We may suspend or close an account when the service contract ends, when the organization asks for it, when the information is false or when the security of the portal requires it. Except in an emergency, we tell you by e-mail and give the reason.',
      ],
    },
    {
      heading: 'Liability',
      paragraphs: [
        'The portal is a complementary service, free of charge. To the extent permitted by law, the provider is not liable for indirect damage connected with the use of the portal or its interruption. Nothing here limits its liability for intentional or gross fault, or the rights that the law or the service contract gives you.',
      ],
    },
    {
      heading: 'Changes to the terms',
      paragraphs: [
        'Each version has a number and a date. If we change these terms, the new version is shown to you and you are asked to accept it again. If you refuse it, you may close your account at no cost. We keep proof of the version you accepted and of when you accepted it.',
      ],
    },
    {
      heading: 'Governing law and language',
      paragraphs: [
        'These terms are governed by the laws in force in Québec. The French version is given to you first; you may then choose the English version. If the two differ, the French version prevails.',
      ],
    },
  ],
};
