import type { teamsTab as french } from '../fr/teamsTab';

export const teamsTab: typeof french = {
  title: 'Your registration on the portal',
  lead: 'The assistant registers you in conversation, in English or in French. It takes about three minutes.',
  start: 'Start the conversation',
  next: 'What comes next',
  steps: [
    'Say hello to the assistant. It asks one question at a time; you can also say everything in one sentence, and correct an answer at any time.',
    'Read and accept the terms, read your answers again, then confirm. Nothing is registered before that.',
    'Open the activation e-mail, press its button and sign in with the temporary password that is in it.',
  ],
  have: 'Have at hand',
  otherwise: 'Other ways',
  form: 'Register by form',
  signIn: 'I have an account: sign in',
  outward: 'The help request, the form and the sign-in open in your browser.',
};
