import type { Request } from 'restify';
import type { Locale } from '../domain/locale';
import { texts } from '../text/texts';
import type { FormValues } from './formBody';
import { inLanguage, pageLocale } from './pageLocale';

interface LanguageSwitchProps {
  readonly request: Request;
  /** Where the page's form goes when what is typed in it has to be kept; without it the other language is a link. */
  readonly action?: string | undefined;
}

/** The way to the other language. */
export const LanguageSwitch = ({ request, action }: LanguageSwitchProps) => {
  const locale = pageLocale(request);
  const say = texts[locale].pages;
  const other: Locale = locale === 'fr' ? 'en' : 'fr';
  if (action === undefined) {
    return (
      <a href={inLanguage(request, other)} lang={other} hreflang={other}>
        {say.otherLanguage}
      </a>
    );
  }
  return (
    <>
      {/* The first button of a form is pressed by the Enter key in its boxes: that must not be the language. */}
      <button type="submit" form={answersForm} class="enter" tabIndex={-1} aria-hidden="true" />
      <button
        type="submit"
        form={answersForm}
        formaction={`${action}?lang=${other}`}
        formnovalidate
        name={switchName}
        value={other}
        lang={other}
        class="link"
      >
        {say.otherLanguage}
      </button>
    </>
  );
};

/** `id` of the form that the switch sends. */
export const answersForm = 'answers';

/** Only the language is to change: the form comes back as it was typed. */
export const isLanguageSwitch = (values: FormValues): boolean => values.get(switchName) !== '';

const switchName = 'switch';
