/** What the boxes of a card are for, so that browsers and assistive tools can fill them in; cards themselves cannot say. */
const purposes = Object.entries({
  givenName: 'given-name',
  familyName: 'family-name',
  street: 'address-line1',
  unit: 'address-line2',
  city: 'address-level2',
  region: 'address-level1',
  postalCode: 'postal-code',
  country: 'country',
  email: 'email',
  phone: 'tel-national',
  extension: 'tel-extension',
});

/** @param {Element} place */
export const sayPurposes = (place) => {
  for (const [id, purpose] of purposes) {
    for (const box of place.querySelectorAll(`.ac-adaptiveCard [id="${id}"] :is(input, select)`)) {
      box.setAttribute('autocomplete', purpose);
    }
  }
};
