/** Nothing can be kept or read at the moment: whatever was begun is tried again later. It tells nothing of the address, which holds a password. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
}
