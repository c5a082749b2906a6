import type { MailState } from '../../domain/mail';
import { emailShown } from '../../domain/recognise/email';
import { News } from '../news';
import { ProblemList } from '../problemList';
import { StepForm } from './stepForm';
import type { Setting, View, ViewOf } from './view';

/** What became of the mail, and what to do next. */
export const doneView: ViewOf = async (setting): Promise<View> => {
  const { say, state, troubles, carried, resent } = setting;
  const { done: words } = say.cards;
  const { done } = say.forms.register;
  const { givenName = '', familyName = '', email = '' } = state.registration.draft;
  const mailIs = await mailState(setting);
  const mail = say.conversation.mail[mailIs](emailShown(email));
  const cameBack = mailIs === 'bounced' || mailIs === 'dropped';
  return {
    title: words.title,
    children: (
      <>
        <p class="lead">{`${givenName} ${familyName}`}</p>
        {resent && troubles.length === 0 ? <News done>{done.resent}</News> : undefined}
        <p>
          <strong>{mail}</strong> {words.activation}
        </p>
        <h2>{words.next}</h2>
        <ol>
          {words.steps.map(({ number, text }) => (
            <li key={number}>{text}</li>
          ))}
        </ol>
        <h2>{done.notReceived}</h2>
        <p>{cameBack ? done.returned : done.hint}</p>
        <ProblemList problems={troubles} />
        <StepForm carried={carried}>
          <button type="submit" name="resend" value="true" class="other">
            {done.resend}
          </button>
        </StepForm>
        <p class="row below">
          <a href="/register?step=details#email">{done.wrongAddress}</a>
          <a href="/register?step=new">{done.another}</a>
          <a href="/login">{say.account.signIn}</a>
        </p>
      </>
    ),
  };
};

/** Just queued, whoever's it is: at first the same words whether or not the address had an account. */
const mailState = async ({ needs, state }: Setting): Promise<MailState> => {
  const { done } = state;
  const { clock, mailState } = needs.services;
  if (done === undefined) return 'queued';
  if (clock().getTime() - Date.parse(done.at) < sameForAllMs) return 'queued';
  return (await mailState({ account: done.account, mail: done.mail })) ?? 'queued';
};

const sameForAllMs = 10_000;
