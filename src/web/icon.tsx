interface IconProps {
  readonly shape: keyof typeof shapes;
}

/** A sign beside words that say the same: not read aloud, in the colour of the words. */
export const Icon = ({ shape }: IconProps) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[shape]} />
  </svg>
);

const circle = 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0';

const shapes = {
  printer: 'M7 8V3h10v5M7 17H3V8h18v9h-4M7 13h10v8H7z',
  check: 'M4.5 12.5l5 5 10-11',
  alert: `${circle}M12 7v6M12 16.6v.1`,
  info: `${circle}M12 11v6M12 7.3v.1`,
  clock: `${circle}M12 6.5V12l3.5 2.5`,
  help: `${circle}M9.3 9.6a2.7 2.7 0 1 1 4 2.3c-.9.5-1.3 1-1.3 1.9M12 16.9v.1`,
  onward: 'M9 5l7 7-7 7',
  person: 'M6 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M3 20.5c0-4 3-6 7-6s7 2 7 6M19 5v6M16 8h6',
  mail: 'M3 5.5h18v13H3zM3.5 6.5L12 13l8.5-6.5',
  chat: 'M4 4.5h16v11.5h-9l-4.5 4V16H4zM8.5 10.3v.1M12 10.3v.1M15.5 10.3v.1',
} as const;
