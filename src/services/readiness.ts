/** What has to work for people to be served. */
export const parts = ['store', 'mail'] as const;

export type Part = (typeof parts)[number];

/** Resolves to the parts that are not ready; asks nobody outside the house. */
export type Readiness = () => Promise<readonly Part[]>;

interface Needs {
  /** Rejects when the store cannot be used. */
  readonly pingStore: () => Promise<unknown>;
  /** Mails are being looked for. */
  readonly mailAlive: () => boolean;
  readonly patienceMs?: number;
}

/** However many ask at once, the store is asked once; one that does not answer in time is not ready. */
export const makeReadiness = ({ pingStore, mailAlive, patienceMs = 2_000 }: Needs): Readiness => {
  let asking: Promise<boolean> | undefined;
  const storeAnswers = (): Promise<boolean> => {
    asking ??= inTime(pingStore(), patienceMs).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  return async () => {
    const ready: Readonly<Record<Part, boolean>> = {
      store: await storeAnswers(),
      mail: mailAlive(),
    };
    return parts.filter((part) => !ready[part]);
  };
};

const inTime = async (ping: Promise<unknown>, ms: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const answered = ping.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
};
