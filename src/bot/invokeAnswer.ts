import type { InvokeResponse } from 'botbuilder';

/**
 * The answer to an invoke: none of them is ours, since every card is answered by a message. 501 is "not supported"; two kinds
 * have to be taken all the same, or Teams shows the person an error that nobody made.
 */
export const invokeAnswer = (name: string | undefined): InvokeResponse =>
  taken.get(name ?? '') ?? { status: 501 };

const taken: ReadonlyMap<string, InvokeResponse> = new Map<string, InvokeResponse>([
  [
    'adaptiveCard/action',
    {
      // Teams reads the outcome of a card action in the body and wants 200 around it.
      status: 200,
      body: {
        statusCode: 501,
        type: 'application/vnd.microsoft.error',
        value: { code: 'NotSupported', message: 'NotSupported' },
      },
    },
  ],
  // Feedback on a message of ours.
  ['message/submitAction', { status: 200 }],
]);
