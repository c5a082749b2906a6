import type { ComponentChildren, JSX } from 'preact';

export interface Choices {
  readonly groups: readonly {
    readonly label?: string;
    readonly choices: readonly { readonly value: string; readonly title: string }[];
  }[];
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** Said after the label, in small print. */
  readonly aside?: string | undefined;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined;
  /** The first box that needs the person. */
  readonly focused?: boolean | undefined;
  readonly required?: boolean | undefined;
  /** Attributes of the box itself. */
  readonly box?: JSX.InputHTMLAttributes<HTMLInputElement>;
  /** A list to choose from, in the place of a box. */
  readonly list?: Choices | undefined;
  /** A text of several lines, so many high. */
  readonly rows?: number | undefined;
  readonly children?: ComponentChildren;
}

/** A labelled box, with its hint and with what is wrong; both are read aloud with it. */
export const Field = (props: FieldProps) => {
  const { name, label, aside, hint, problem, required = false } = props;
  return (
    <div class="field" data-wide={props.rows === undefined ? undefined : true}>
      <label for={name}>
        {required ? `${label} *` : label}
        {aside === undefined ? undefined : <span class="aside"> ({aside})</span>}
      </label>
      {hint === undefined ? undefined : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <Box {...props} />
      {problem === undefined ? undefined : (
        <p class="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
};

const Box = ({ name, value, hint, problem, focused, required, box, list, rows }: FieldProps) => {
  const described = [
    problem === undefined ? [] : [`${name}-problem`],
    hint === undefined ? [] : [`${name}-hint`],
  ].flat();
  const common = {
    id: name,
    name,
    autofocus: focused === true,
    ...(required === true && { 'aria-required': true as const }),
    ...(problem !== undefined && { 'aria-invalid': true as const }),
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
  };
  if (list !== undefined) {
    return (
      <select {...common} autocomplete={box?.autocomplete}>
        {list.groups.map(({ label, choices }) => {
          const options = choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.title}
            </option>
          ));
          return label === undefined ? options : <optgroup label={label}>{options}</optgroup>;
        })}
      </select>
    );
  }
  if (rows !== undefined) {
    return (
      <textarea {...common} rows={rows} maxlength={box?.maxlength}>
        {value}
      </textarea>
    );
  }
  return <input type="text" {...box} {...common} {...(value !== undefined && { value })} />;
};
