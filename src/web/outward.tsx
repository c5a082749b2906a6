import type { ComponentChildren } from 'preact';

interface OutwardProps {
  readonly href: string;
  readonly class?: string;
  /** Leads to somewhere in Teams: there the tab's script lets Teams go to it. */
  readonly inTeams?: boolean;
  readonly children: ComponentChildren;
}

/** A link out of the frame that the page stands in: no other page of ours may be framed. */
export const Outward = ({ inTeams = false, children, ...link }: OutwardProps) => (
  <a {...link} target="_blank" rel="noopener" data-in-teams={inTeams ? '' : undefined}>
    {children}
  </a>
);
