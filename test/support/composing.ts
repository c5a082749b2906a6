import { type ComposeSettings, makeCompose } from '../../src/mail/compose';

export const settings: ComposeSettings = {
  publicUrl: 'https://portal.example.org',
  from: 'Portail <portal@example.org>',
  helpAddress: 'help@example.org',
  secretKeys: ['a key of at least thirty-two letters'],
};

export const compose = makeCompose(settings);
