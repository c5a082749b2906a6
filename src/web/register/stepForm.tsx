import type { ComponentChildren } from 'preact';

interface StepFormProps {
  /** Hidden inputs. */
  readonly carried: ComponentChildren;
  readonly children: ComponentChildren;
}

export const StepForm = ({ carried, children }: StepFormProps) => (
  <form method="post" action="/register" novalidate>
    {carried}
    {children}
  </form>
);
