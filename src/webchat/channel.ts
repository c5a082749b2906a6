/** Of conversations in our own web chat; Azure's Direct Line says "directline". */
export const channelId = 'webchat';

/** Who speaks for us there. */
export const assistant = { id: 'assistant', role: 'bot' } as const;
