/** The only way to know the time: tests and replays pass their own. */
export type Clock = () => Date;
