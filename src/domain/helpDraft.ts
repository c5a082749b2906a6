/** A help request on its way. */
export interface HelpDraft {
  /** Its number, "D-482913": drawn when it begins, so that sending twice has one effect. */
  readonly id: string;
  readonly description?: string;
  /** Id of the message that described it, which may be edited. */
  readonly describedIn?: string;
  readonly email?: string;
  /** Whether the answers given so far go along. */
  readonly share?: boolean;
}

export type HelpQuestion = 'description' | 'email' | 'share';

/** What a help request still needs; nothing is sent along that the person did not agree to. */
export const helpQuestion = (
  { description, email, share }: HelpDraft,
  hasAnswers: boolean,
): HelpQuestion | undefined => {
  if (description === undefined) return 'description';
  if (email === undefined) return 'email';
  return hasAnswers && share === undefined ? 'share' : undefined;
};

/** As long as a card's box; more is cut by the card, and refused from a message long before. */
export const longestDescription = 2_000;
