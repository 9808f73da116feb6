/** What the desk keeps in this browser begins with this, in localStorage and as names of IndexedDB databases. */
export const LOCAL_DRAFT_PREFIX = 'govah-draft:'

/** Sent to the window before drafts are erased, so that an open editor stops keeping them. */
export const BEFORE_SIGN_OUT = 'govah:before-sign-out'

/** Erases the drafts that this browser keeps: at sign-out nothing of them stays on a shared machine. */
export async function eraseLocalDrafts(): Promise<void> {
  window.dispatchEvent(new Event(BEFORE_SIGN_OUT))
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(LOCAL_DRAFT_PREFIX)) localStorage.removeItem(key)
  }
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith(LOCAL_DRAFT_PREFIX)) indexedDB.deleteDatabase(name)
  }
}
