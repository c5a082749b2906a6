/**
 * A telephone number, an address of a person, a code or the word "e-mail" is not torn apart at the end of a line, where a hyphen or a blank
 * would allow it. What is written stays as it is, for those who copy it and for assistive tools: only its place on the page changes.
 * @param {Element} place
 */
export const keepUnbroken = (place) => {
  const keep = () => {
    for (const part of place.querySelectorAll(written)) {
      if (seen.get(part) === part.textContent) continue;
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      /** @type {Text[]} */
      const found = [];
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        if (text instanceof Text && !text.parentElement?.classList.contains(whole))
          found.push(text);
      }
      found.forEach(wrap);
      seen.set(part, part.textContent);
    }
  };
  new MutationObserver(keep).observe(place, { childList: true, subtree: true });
};

/** Paragraphs of a bubble, and texts of a card: each is drawn as one piece. */
const written =
  '.webchat__bubble__content p, .ac-adaptiveCard :is(p, label, button, .ac-textBlock, .ac-richTextBlock)';

const whole = 'chat-whole';

/** @type {WeakMap<Element, string | null>} */
const seen = new WeakMap();

/** @param {Text} text */
const wrap = (text) => {
  const said = text.data;
  for (const { 0: piece, index } of [...said.matchAll(pieces)].reverse()) {
    const torn = text.splitText(index);
    torn.splitText(piece.length);
    const span = document.createElement('span');
    span.classList.add(whole);
    span.classList.toggle('chat-long', piece.length > long);
    torn.replaceWith(span);
    span.append(torn);
  }
};

/** So much fits in a bubble on the narrowest screen; more has a line of its own, and breaks only where that is too short. */
const long = 24;

const pieces =
  /[^\s@,;:·()«»“”]+@[^\s@,;·()«»“”]+[^\s@.,;:·()«»“”]|\+?\(?\d[\d()]*(?:[ \u00a0.-]\(?\d{2,4}\)?)+|\b[A-Z0-9]{5}-[A-Z0-9]{5}\b|\be-mails?\b/gi;
