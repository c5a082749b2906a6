/**
 * Web Chat's French tells the time as "8:54 PM". Put right where it stands, now and whenever another one is drawn.
 * @param {Element} place
 */
export const tellFrenchTimes = (place) => {
  const correct = () => {
    for (const status of place.querySelectorAll('.webchat__activity-status')) {
      const texts = document.createTreeWalker(status, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const said = text.nodeValue ?? '';
        const right = said.replace(englishTime, frenchTime);
        if (right !== said) text.nodeValue = right;
      }
    }
  };
  new MutationObserver(correct).observe(place, {
    childList: true,
    characterData: true,
    subtree: true,
  });
};

const englishTime = /\b(\d{1,2}):(\d\d)\s(AM|PM)\b/g;

/** @param {string} _ @param {string} hour @param {string} minute @param {string} half */
const frenchTime = (_, hour, minute, half) =>
  `${(Number(hour) % 12) + (half === 'PM' ? 12 : 0)}\u00a0h\u00a0${minute}`;
