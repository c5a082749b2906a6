/**
 * What the tab in Teams may do beside what every page may; keys are helmet's names of the directives. The hosts are those
 * that Microsoft's "tab requirements" name for Teams, and the address its library asks which hosts are Microsoft's.
 */
export const teamsPolicy = (nonce: string) => ({
  scriptSrc: [`'nonce-${nonce}'`],
  connectSrc: ['https://res.cdn.office.net'],
  frameAncestors: [
    'https://teams.microsoft.com',
    'https://*.teams.microsoft.com',
    'https://*.cloud.microsoft',
  ],
});
