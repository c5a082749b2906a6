import type { ComponentChildren } from 'preact';
import { answersForm } from '../languageSwitch';

interface StepFormProps {
  /** Hidden inputs. */
  readonly carried: ComponentChildren;
  readonly children: ComponentChildren;
}

export const StepForm = ({ carried, children }: StepFormProps) => (
  <form id={answersForm} method="post" action="/register" novalidate>
    {carried}
    {children}
  </form>
);
