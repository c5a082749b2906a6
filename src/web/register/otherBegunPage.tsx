import type { Request } from 'restify';
import { emailShown } from '../../domain/recognise/email';
import { texts } from '../../text/texts';
import { noticePage } from '../notice';
import { pageLocale } from '../pageLocale';
import { type Reply, unkept } from '../reply';
import { type FormState, refOf } from './formState';

/** The address is of a registration that this browser carries no more: never another person's answers in its place, unless they are asked for. */
export const otherBegunPage = (request: Request, begun: readonly FormState[]): Reply => {
  const say = texts[pageLocale(request)].forms.register.otherBegun;
  return unkept(
    noticePage(request, {
      title: say.title,
      lines: say.lines,
      children: (
        <>
          {begun.map((state) => (
            <p class="act" key={refOf(state)}>
              <a class="button" href={`/register?r=${refOf(state)}`}>
                {say.goOn(whose(state) ?? say.nobody)}
              </a>
            </p>
          ))}
          <p>
            <a href="/register?step=new">{say.begin}</a>
          </p>
        </>
      ),
    }),
  );
};

const whose = ({ registration }: FormState): string | undefined => {
  const { givenName, familyName, email } = registration.draft;
  const name = [givenName, familyName].filter((part) => part !== undefined).join(' ');
  if (name !== '') return name;
  return email === undefined ? undefined : emailShown(email);
};
