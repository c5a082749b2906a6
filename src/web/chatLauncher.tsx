import type { Locale } from '../domain/locale';
import { texts } from '../text/texts';
import { chatAssets } from './chatAssets';
import { Icon } from './icon';

interface Launcher {
  readonly locale: Locale;
  /** Of the page's policy: scripts that stand in the page need it. */
  readonly nonce: string;
}

/**
 * The button that opens the chat, with all that its script needs. Web Chat itself comes when the button is pressed, or a link
 * with `data-chat="begin"` or `data-chat="help"`. Without JavaScript there is no button, and the links lead where they say.
 */
export const ChatLauncher = ({ locale, nonce }: Launcher) => {
  const { launcher, ...words } = texts[locale].chat;
  const settings = { locale, webChat: chatAssets.webChat, words };
  return (
    <>
      <link rel="stylesheet" href={chatAssets.style} />
      <button
        type="button"
        class="chat-launcher"
        data-launcher
        data-settings={JSON.stringify(settings)}
        aria-expanded="false"
        hidden
      >
        <Icon shape="chat" />
        <span class="chat-label">{launcher}</span>
      </button>
      <script type="module" src={chatAssets.script} nonce={nonce} />
    </>
  );
};
