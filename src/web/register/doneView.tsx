import type { Account } from '../../domain/account';
import type { MailState } from '../../domain/mail';
import { emailShown } from '../../domain/recognise/email';
import { News } from '../news';
import { ProblemList } from '../problemList';
import { StepForm } from './stepForm';
import type { Setting, View, ViewOf } from './view';

/** What became of the mail, and what to do next. */
export const doneView: ViewOf = async (setting): Promise<View> => {
  const { say, state, troubles, carried, resent, to } = setting;
  const active = await activated(setting);
  if (active !== undefined) return activeView(setting, active);
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
          <a href={to('details', 'email')}>{done.wrongAddress}</a>
          <a href="/register?step=new">{done.another}</a>
          <a href="/login">{say.account.signIn}</a>
        </p>
      </>
    ),
  };
};

/** Only what was registered here itself: of an address that had an account before, nothing is told. */
const activated = async ({ needs, state }: Setting): Promise<Account | undefined> => {
  const { registration, done } = state;
  return done?.account === registration.id
    ? needs.services.activeAccount(registration.id)
    : undefined;
};

const activeView = ({ say, state }: Setting, { email }: Account): View => {
  const { account, forms } = say;
  const { done } = forms.register;
  return {
    title: account.activate.already.title,
    children: (
      <>
        {state.done?.notTaken === true ? <News>{done.notTaken}</News> : undefined}
        {account.activate.already.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>{done.userNameIs(emailShown(email))}</p>
        <p class="row act">
          <a class="button" href="/login">
            {account.signIn}
          </a>
          <a href="/register?step=new">{done.another}</a>
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
