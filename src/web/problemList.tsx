import { Icon } from './icon';

interface ProblemListProps {
  readonly title?: string | undefined;
  readonly problems: readonly {
    readonly sentence: string;
    /** The box that it is about. */
    readonly at?: string | undefined;
  }[];
}

/** All that is wrong, above the form, each leading to its box. Nothing when nothing is wrong. */
export const ProblemList = ({ title, problems }: ProblemListProps) => {
  const [only, ...others] = problems;
  if (only === undefined) return null;
  return (
    <div class="alert" role="alert">
      <Icon shape="alert" />
      <div>
        {title === undefined ? undefined : <p class="title">{title}</p>}
        {others.length === 0 && title === undefined ? (
          <p>{only.sentence}</p>
        ) : (
          <ul>
            {problems.map(({ sentence, at }) => (
              <li key={sentence}>
                {at === undefined ? sentence : <a href={`#${at}`}>{sentence}</a>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
};
