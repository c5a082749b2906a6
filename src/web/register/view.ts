import type { ComponentChildren } from 'preact';
import type { Fact } from '../../domain/facts';
import type { Locale } from '../../domain/locale';
import type { Texts } from '../../text/texts';
import type { PageNeeds } from '../pageNeeds';
import type { FormState } from './formState';
import type { Step } from './step';
import type { Trouble } from './trouble';

/** What stands on the page of a step. */
export interface View {
  readonly title: string;
  readonly children: ComponentChildren;
}

export interface Setting {
  readonly needs: PageNeeds;
  readonly state: FormState;
  readonly locale: Locale;
  readonly say: Texts;
  /** What was wrong with the answer that was just sent. */
  readonly troubles: readonly Trouble[];
  /** What is ticked and not sent yet, when only the language was changed. */
  readonly ticked: boolean;
  /** Address of a step of this very registration. */
  readonly to: (step: Step, anchor?: Fact) => string;
  /** Another mail was just asked for. */
  readonly resent: boolean;
  /** Hidden inputs that every form of the page needs. */
  readonly carried: ComponentChildren;
}

export type ViewOf = (setting: Setting) => View | Promise<View>;
