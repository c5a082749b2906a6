/** Characters that no field takes, other than the blanks around it. */
export const hasControls = (text: string): boolean => /\p{Cc}/u.test(text.trim());
